import { formatAddress } from 'localized-address-format'

/** A postal address as records and documents keep it; '' where nothing is known. */
export type PostalAddress = {
  /** May be several lines. */
  readonly street: string
  readonly city: string
  readonly region: string
  readonly postcode: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

/** What a letter says beside the address: whom it is for, and where and in which language it is written. */
export type Letter = {
  /** The firm, the person, a department: each a line, or several. */
  readonly names: readonly string[]
  /** Country it is sent from, ISO 3166-1 alpha-2; '' where that is not known. */
  readonly from: string
  /** BCP 47. */
  readonly language: string
}

/**
 * The lines of an address as the post of its country wants them (Google's libaddressinput). Below stands the country in
 * capitals, in the language of the letter, where that comes from another one (Universal Postal Union, S42). No city and no
 * postcode is left out, even where a country's post needs none.
 */
export function addressLines(address: PostalAddress, { names, from, language }: Letter): readonly string[] {
  const { country } = address
  const lines = placeLines(address, country || from || anywhere)
  const abroad = country !== '' && country !== from
  return [...names.flatMap(linesOf), ...lines, ...(abroad ? [countryName(country, language)] : [])]
}

/** Its post writes postcode and city in one line, as most do. */
const anywhere = 'DE'

function placeLines({ street, ...place }: PostalAddress, country: string): readonly string[] {
  const [city, region, typed] = [place.city.trim(), place.region.trim(), place.postcode.trim()]
  const postcode = typed.replace(oldPrefix, '')
  const format = (addressLinesOfStreet: readonly string[]) =>
    formatAddress(
      {
        postalCountry: country,
        addressLines: [...addressLinesOfStreet],
        locality: city,
        administrativeArea: region === city ? '' : region, // Madrid in Madrid is said once
        postalCode: postcode,
      },
      'latin',
    )
      .map((line) => line.replace(needlessPrefix, ''))
      .reduce<readonly string[]>(withLine, [])
  const says = (lines: readonly string[], text: string) =>
    text === '' || lines.some((line) => line.toLowerCase().includes(text.toLowerCase()))
  const usual = format(linesOf(street))
  const lines = says(usual, city) ? usual : format([...linesOf(street), city])
  return says(lines, postcode) ? lines : [...lines, postcode]
}

/** What follows a street of several lines in its last line (`, Tokyo`) comes as a line of its own from the library. */
const withLine = (lines: readonly string[], line: string): readonly string[] =>
  line.startsWith(', ') ? [...lines.slice(0, -1), (lines.at(-1) ?? '') + line] : [...lines, line]

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** As people typed it when letters abroad had it before the postcode (`D-24103`, `CH-8001`). */
const oldPrefix = /^[A-Za-z]{1,2}-(?=\d)/
/** Where the post at home writes none, and the country stands below. */
const needlessPrefix = /^(?:CH|FI|FL|HR|MC|SE|SI)-(?=\d)/

function countryName(country: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country
  const name = new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country
  return name.toLocaleUpperCase(language)
}
