import type { Address } from '#shared/client/client.ts'
import type { CatalogueFormat } from '#shared/formats/format.ts'
import { formats } from '#shared/formats/formats.ts'
import { plainText } from '#shared/text/plainText.ts'
import { createPlan, textOf } from './plan.ts'
import { placesIn } from './recognise.ts'

/** A row as it stood in its file, and how that file was read. */
export type KeptRow = {
  readonly format: string
  readonly header: readonly string[]
  readonly cells: readonly string[]
}

/** What a list of customers says of one of them. Texts are '' where it says nothing. */
export type ContactTexts = {
  readonly name: string
  readonly mail: string
  readonly phone: string
  readonly company: string
  readonly address: Address
  readonly tags: readonly string[]
  readonly note: string
}

/** What a catalogue says of a product beside its price. Texts are '' where it says nothing. */
export type OfferTexts = {
  readonly title: string
  /** Plain text, also where the file has a piece of HTML. */
  readonly description: string
  /** Address of a picture. */
  readonly image: string
  readonly tags: readonly string[]
}

/** null where the row is of no list of customers. */
export function contactTexts(row: KeptRow): ContactTexts | null {
  const found = reading(row)
  if (found?.states.kind !== 'contact') return null
  const { text, states } = found
  const { name, mail, phone, company, street, city, region, postcode, tags, note } = states.details
  return {
    name: text(name),
    mail: text(mail),
    phone: text(phone),
    company: text(company),
    address: {
      street: text(street),
      city: text(city),
      region: text(region),
      postcode: text(postcode),
      country: text(states.country).toUpperCase(),
    },
    tags: listOf(text(tags)),
    note: text(note),
  }
}

/** null where the row is of no catalogue. */
export function offerTexts(row: KeptRow): OfferTexts | null {
  const found = reading(row)
  if (found?.states.kind !== 'offer') return null
  const { text, states } = found
  const { description, isHtml = false, image, tags } = states.details
  return {
    title: text(states.title),
    description: isHtml ? plainText(text(description)) : text(description),
    image: text(image),
    tags: listOf(text(tags)),
  }
}

function reading({ format: name, header, cells }: KeptRow) {
  const format = formats.find(isNamed(name))
  if (!format) return null
  const places = placesIn(format, header)
  const plan = createPlan({ format, header, places, dates: new Map(), decimal: format.decimal, ...untold })
  return { states: format.states, text: (column: string) => textOf(plan.columnOf(column), cells) }
}

const isNamed =
  (name: string) =>
  (format: (typeof formats)[number]): format is CatalogueFormat =>
    format.name === name && format.restates === 'catalogue'

/** How the file was split into records plays no part any more. */
const untold = { delimiter: ',', newline: '\n', headerAt: 0, hasSepLine: false } as const

const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
