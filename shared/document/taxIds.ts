import * as austria from 'stdnum/lib/esm/at/uid.js'
import * as australia from 'stdnum/lib/esm/au/abn.js'
import * as belgium from 'stdnum/lib/esm/be/vat.js'
import * as bulgaria from 'stdnum/lib/esm/bg/vat.js'
import * as brazilianFirm from 'stdnum/lib/esm/br/cnpj.js'
import * as brazilianPerson from 'stdnum/lib/esm/br/cpf.js'
import * as canada from 'stdnum/lib/esm/ca/bn.js'
import * as swissUid from 'stdnum/lib/esm/ch/uid.js'
import * as swissVat from 'stdnum/lib/esm/ch/vat.js'
import * as cyprus from 'stdnum/lib/esm/cy/vat.js'
import * as czechia from 'stdnum/lib/esm/cz/dic.js'
import * as germany from 'stdnum/lib/esm/de/vat.js'
import * as denmark from 'stdnum/lib/esm/dk/cvr.js'
import * as estonia from 'stdnum/lib/esm/ee/kmkr.js'
import * as spain from 'stdnum/lib/esm/es/nif.js'
import * as finland from 'stdnum/lib/esm/fi/alv.js'
import * as france from 'stdnum/lib/esm/fr/tva.js'
import * as britain from 'stdnum/lib/esm/gb/vat.js'
import * as greece from 'stdnum/lib/esm/gr/vat.js'
import * as croatia from 'stdnum/lib/esm/hr/oib.js'
import * as hungary from 'stdnum/lib/esm/hu/anum.js'
import * as ireland from 'stdnum/lib/esm/ie/vat.js'
import * as india from 'stdnum/lib/esm/in/gstin.js'
import * as italianPerson from 'stdnum/lib/esm/it/codicefiscale.js'
import * as italy from 'stdnum/lib/esm/it/iva.js'
import * as lithuania from 'stdnum/lib/esm/lt/pvm.js'
import * as luxembourg from 'stdnum/lib/esm/lu/tva.js'
import * as latvia from 'stdnum/lib/esm/lv/pvn.js'
import * as malta from 'stdnum/lib/esm/mt/vat.js'
import * as mexico from 'stdnum/lib/esm/mx/rfc.js'
import * as netherlands from 'stdnum/lib/esm/nl/btw.js'
import * as norwayVat from 'stdnum/lib/esm/no/mva.js'
import * as norway from 'stdnum/lib/esm/no/orgnr.js'
import * as newZealand from 'stdnum/lib/esm/nz/ird.js'
import * as poland from 'stdnum/lib/esm/pl/nip.js'
import * as portugal from 'stdnum/lib/esm/pt/nif.js'
import * as romania from 'stdnum/lib/esm/ro/cif.js'
import * as sweden from 'stdnum/lib/esm/se/vat.js'
import * as slovenia from 'stdnum/lib/esm/si/ddv.js'
import * as slovakia from 'stdnum/lib/esm/sk/dph.js'
import * as america from 'stdnum/lib/esm/us/ein.js'
import { isInUnion } from './taxRates.ts'

/** `format`: not as ids of the country look; `check-digit`: they look so, but a digit was mistyped. */
export type TaxIdAnswer = 'ok' | 'format' | 'check-digit' | 'unknown-country'

type Check = {
  readonly validate: (text: string) => {
    readonly isValid: boolean
    readonly error?: { readonly name: string }
  }
}

/** Kinds of ids a country has; the library is taken by its parts, a quarter of the whole. */
const checks: Readonly<Record<string, readonly Check[]>> = {
  AT: [austria],
  AU: [australia],
  BE: [belgium],
  BG: [bulgaria, { validate: bulgarianFirm }], // the library knows no firms whose number begins with 8
  BR: [brazilianFirm, brazilianPerson],
  CA: [canada],
  CH: [swissVat, swissUid],
  CY: [cyprus],
  CZ: [czechia],
  DE: [germany],
  DK: [denmark],
  EE: [estonia],
  ES: [spain],
  FI: [finland],
  FR: [france],
  GB: [britain],
  GR: [greece],
  HR: [croatia],
  HU: [hungary],
  IE: [ireland],
  IN: [india],
  IT: [italy, italianPerson],
  // T and thirteen digits. Only those of companies have a check digit whose rule is public.
  JP: [{ validate: (text) => ({ isValid: /^T\d{13}$/.test(text) }) }],
  LT: [lithuania],
  LU: [luxembourg],
  LV: [latvia],
  MC: [france],
  MT: [malta],
  MX: [mexico],
  NL: [netherlands],
  NO: [norwayVat, norway],
  NZ: [newZealand],
  PL: [poland],
  PT: [portugal],
  RO: [romania],
  SE: [sweden],
  SI: [slovenia],
  SK: [slovakia],
  US: [america],
}

/** Of the trade register, nine digits: weights 1 to 8, and 3 to 10 where they leave 10 (Ordinance on the BULSTAT register). */
function bulgarianFirm(text: string): ReturnType<Check['validate']> {
  if (!/^\d{9}$/.test(text)) return { isValid: false }
  const digits = Array.from(text, Number)
  const left = (first: number) =>
    digits.slice(0, 8).reduce((all, digit, at) => all + digit * (first + at), 0) % 11
  const check = left(1) === 10 ? left(3) % 10 : left(1)
  return digits[8] === check ? { isValid: true } : { isValid: false, error: { name: 'InvalidChecksum' } }
}

/** What the Mexican tax office gives to the public and to foreigners; without a check digit. */
const ofEverybody: ReadonlySet<string> = new Set(['XAXX010101000', 'XEXX010101000'])

/** Looks at the tax id of a country (ISO 3166-1 alpha-2) as somebody typed it. It never hinders: laws and lists change. */
export function checkTaxId(country: string, text: string): TaxIdAnswer {
  const known = Object.hasOwn(checks, country) ? (checks[country] ?? []) : []
  if (known.length === 0) return 'unknown-country'
  const typed = bare(country, text)
  if (country === 'MX' && ofEverybody.has(typed)) return 'ok'
  const answers = known.map(({ validate }) => validate(typed))
  if (answers.some(({ isValid }) => isValid)) return 'ok'
  return answers.some(({ error }) => error?.name === 'InvalidChecksum') ? 'check-digit' : 'format'
}

/** Of the members of the Union and of the United Kingdom, what an id begins with (BR-CO-09). */
const prefixOf = (country: string): string | null => {
  if (country === 'GR') return 'EL'
  return country === 'GB' || isInUnion(country) ? country : country === 'MC' ? 'FR' : null
}

/** As e-invoices want it (BT-31, BT-48): no gaps, and with the country before it where its ids have one. */
export function compactTaxId(country: string, text: string): string {
  const [id, prefix] = [bare(country, text), prefixOf(country)]
  if (id === '' || prefix === null) return id
  // Northern Ireland's ids begin with XI, for goods
  return squeezed(text).startsWith('XI') && country === 'GB' ? `XI${id}` : `${prefix}${id}`
}

const squeezed = (text: string) => text.toUpperCase().replace(/[\s./,_\p{Pd}]/gu, '')

/** Without gaps and without the country before it. */
function bare(country: string, text: string): string {
  const id = squeezed(text)
  const prefixes = { GB: ['GB', 'XI'], GR: ['EL', 'GR'], MC: ['FR'] }[country] ?? [prefixOf(country) ?? ' ']
  const prefix = prefixes.find((one) => id.startsWith(one))
  return prefix === undefined ? id : id.slice(prefix.length)
}

/** Whether an id can be no id of its country; what is empty, or of a country nobody knows the ids of, is not doubted. */
export const isMistypedTaxId = (country: string, text: string): boolean =>
  text.trim() !== '' && ['format', 'check-digit'].includes(checkTaxId(country, text))
