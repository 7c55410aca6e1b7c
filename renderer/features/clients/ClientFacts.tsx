import { useTranslation } from 'react-i18next'
import type { Client } from '#shared/client/client.ts'
import { Card } from '#ui/Card.tsx'
import { Postal } from './Postal.tsx'
import classes from './clients.module.css'

/** What the person wrote down: note, mails, phone, addresses. */
export function ClientFacts({ client }: { readonly client: Client }) {
  const { t } = useTranslation('clients')
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
        <Postal key={JSON.stringify(address)} address={address} />
      ))}
    </Card>
  )
}
