import { useMemo } from 'react'
import type { Party } from '#shared/document/party.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './document.module.css'

/** Who it is, as it will stand on the paper. */
export function PartyLines({ party }: { readonly party: Party }) {
  const { locale } = useFormat()
  const names = useMemo(() => new Intl.DisplayNames(locale, { type: 'region' }), [locale])
  const place = [party.postcode, party.city, party.region].filter((part) => part !== '').join(' ')
  const country = /^[A-Z]{2}$/.test(party.country) ? names.of(party.country) : party.country
  return (
    <address className={classes.address}>
      <strong>
        <bdi>{party.name}</bdi>
      </strong>
      {[party.contact, party.street, place, country ?? ''].map(
        (line, at) => line !== '' && <bdi key={at}>{line}</bdi>,
      )}
      {[party.taxId, party.mail].map((line, at) => line !== '' && <span key={at}>{line}</span>)}
    </address>
  )
}
