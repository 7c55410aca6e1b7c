import { useMemo } from 'react'
import type { Address } from '#shared/client/client.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './clients.module.css'

/** An address as it stands on an envelope. */
export function Postal({ address }: { readonly address: Address }) {
  const { locale } = useFormat()
  const countries = useMemo(() => new Intl.DisplayNames(locale, { type: 'region' }), [locale])
  return (
    <address className={classes.postal}>
      {linesOf(address, countries).map((text) => (
        <bdi key={text}>{text}</bdi>
      ))}
    </address>
  )
}

const linesOf = (
  { street, postcode, city, region, country }: Address,
  countries: Intl.DisplayNames,
): readonly string[] =>
  [
    street,
    [postcode, city].filter((text) => text !== '').join(' '),
    region,
    /^[A-Z]{2}$/.test(country) ? (countries.of(country) ?? country) : country,
  ].filter((text) => text !== '')
