import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address, Client } from '#shared/client/client.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './clients.module.css'

/** What the person wrote down: note, mails, phone, addresses. */
export function ClientFacts({ client }: { readonly client: Client }) {
  const { t } = useTranslation('clients')
  const { locale } = useFormat()
  const countries = useMemo(() => new Intl.DisplayNames(locale, { type: 'region' }), [locale])
  const lines = ({ street, postcode, city, region, country }: Address): readonly string[] =>
    [
      street,
      [postcode, city].filter((text) => text !== '').join(' '),
      region,
      country === '' ? '' : (countries.of(country) ?? country),
    ].filter((text) => text !== '')
  const { note, mails, phone, addresses } = client
  if (note === '' && mails.length === 0 && phone === '' && addresses.length === 0) return null
  return (
    <Card title={t('facts.title')}>
      {note !== '' && (
        <p className={classes.note}>
          <bdi>{note}</bdi>
        </p>
      )}
      {[...mails, ...(phone === '' ? [] : [phone])].map((text) => (
        <p key={text} className={classes.fact}>
          <bdi>{text}</bdi>
        </p>
      ))}
      {addresses.map((address) => (
        <address key={lines(address).join()} className={classes.postal}>
          {lines(address).map((text) => (
            <bdi key={text}>{text}</bdi>
          ))}
        </address>
      ))}
    </Card>
  )
}
