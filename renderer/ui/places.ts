import { countries, currencies } from '#shared/brand/countries.ts'

type Choice = { readonly value: string; readonly label: string }
const byLabel = (locale: string) => (one: Choice, other: Choice) =>
  one.label.localeCompare(other.label, locale)

/** Countries by their names in the person's language. */
export function countryChoices(locale: string): readonly Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return countries.map((value) => ({ value, label: names.of(value) ?? value })).toSorted(byLabel(locale))
}

/** `EUR – Euro` */
export function currencyChoices(locale: string): readonly Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return currencies.map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` }))
}

/** Every time zone the engine knows, the person's own among them. */
export function timeZoneChoices(own: string): readonly Choice[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), own])
  return [...zones].toSorted().map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}
