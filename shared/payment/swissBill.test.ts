import { expect, test } from 'vitest'
import type { PaymentDemand } from './demand.ts'
import type { StructuredAddress, SwissQrMethod } from './method.ts'
import { paymentCode } from './paymentCode.ts'

const textOf = (method: SwissQrMethod, demand: PaymentDemand): string => {
  const code = paymentCode(method, demand)
  return code.ok ? code.value : `refused: ${code.error.field} ${code.error.code}`
}
const nothing = { amount: null, currency: 'EUR', reference: '' } as const
const qr: SwissQrMethod = {
  kind: 'swissQr',
  iban: 'CH6431961000004421557',
  reference: 'qr',
  prefix: '',
  creditor: {
    name: 'Health insurance fit&kicking',
    street: 'Am Wasser',
    buildingNumber: '1',
    postcode: '3000',
    town: 'Bern',
    country: 'CH',
  },
}
const sarah = {
  name: 'Sarah Beispiel',
  street: 'Mustergasse',
  buildingNumber: '1',
  postcode: '3600',
  town: 'Thun',
  country: 'CH',
}
const asked: PaymentDemand = {
  amount: 11100,
  currency: 'CHF',
  reference: '000008207791225857421286694',
  message: 'Premium calculation July 2020',
  debtor: sarah,
}
const unused = Array.from({ length: 7 }, () => '')

test('the example of SIX with a QR reference', () => {
  expect(textOf(qr, asked).split('\n')).toEqual([
    ...['SPC', '0200', '1', 'CH6431961000004421557'],
    ...['S', 'Health insurance fit&kicking', 'Am Wasser', '1', '3000', 'Bern', 'CH'],
    ...unused,
    ...['111.00', 'CHF'],
    ...['S', 'Sarah Beispiel', 'Mustergasse', '1', '3600', 'Thun', 'CH'],
    ...['QRR', '000008207791225857421286694', 'Premium calculation July 2020', 'EPD'],
  ])
})

test('the example of SIX with a creditor reference', () => {
  const method: SwissQrMethod = { ...qr, iban: 'CH5800791123000889012', reference: 'creditor' }
  const lines = textOf(method, {
    ...asked,
    amount: 19995,
    reference: 'RF18539007547034',
    message: '',
  }).split('\n')
  expect([lines[3], lines[18], ...lines.slice(-4)]).toEqual([
    ...['CH5800791123000889012', '199.95'],
    ...['SCOR', 'RF18539007547034', '', 'EPD'],
  ])
})

test('the example of SIX for a donation: no amount, nobody named, no reference', () => {
  const method: SwissQrMethod = { ...qr, iban: 'CH5204835012345671000', reference: 'none' }
  const lines = textOf(method, {
    ...nothing,
    currency: 'CHF',
    message: 'Donation to the Winterfest campaign',
  }).split('\n')
  expect(lines.slice(18)).toEqual([
    ...['', 'CHF', ...unused],
    ...['NON', '', 'Donation to the Winterfest campaign', 'EPD'],
  ])
})

test('the example of Swico: billing information stands behind the end of the payment data', () => {
  const billing = {
    number: '10201409',
    day: '2019-05-12',
    customerReference: '1400.000-53',
    uid: 'CHE-106.017.086 MWST',
    service: { from: '2018-05-08', to: '2018-05-08' },
    taxes: [{ rate: '7.7', net: 100 }],
    terms: [
      { percent: '2', days: 10 },
      { percent: '0', days: 30 },
    ],
  }
  const lines = textOf(qr, { ...asked, billing }).split('\n')
  expect(lines.slice(-2)).toEqual([
    'EPD',
    '//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7/40/2:10;0:30',
  ])
  const more = {
    number: 'X.66711/8824',
    day: '2020-07-12',
    customerReference: String.raw`MW-2020\04`,
    uid: '107.978.798',
    service: null,
    taxes: [
      { rate: '2.5', net: 11785 },
      { rate: '7.7', net: 3990 },
    ],
    terms: [{ percent: '0', days: 30 }],
  }
  expect(
    textOf(qr, { ...asked, billing: more, message: '' })
      .split('\n')
      .at(-1),
  ).toBe(
    String.raw`//S1/10/X.66711\/8824/11/200712/20/MW-2020\\04/30/107978798/32/2.5:117.85;7.7:39.90/40/0:30`,
  )
  expect(textOf(qr, { ...asked, billing, message: 'x'.repeat(100) })).toMatch(/\nEPD$/)
})

test('without a reference of its own the number stands in the message, never cut', () => {
  const method: SwissQrMethod = { ...qr, iban: 'CH5204835012345671000', reference: 'none' }
  const message = (demand: Partial<PaymentDemand>) =>
    textOf(method, { ...asked, ...demand })
      .split('\n')
      .at(-2)
  expect(message({ reference: '2026-0001', message: 'Logo' })).toBe('2026-0001 Logo')
  expect(message({ reference: '2026-0001', message: 'x'.repeat(140) })).toBe('2026-0001')
  expect(message({ reference: '2026-0001', message: 'логотип' })).toBe('2026-0001')
  expect(textOf(method, { ...asked, reference: 'x'.repeat(141) })).toBe('refused: reference too-long')
  expect(textOf(method, { ...asked, reference: 'Счёт 1' })).toBe('refused: reference characters')
})

test.each<[string, StructuredAddress]>([
  ['without a town', { ...sarah, town: '' }],
  ['with a name of 71 letters', { ...sarah, name: 'x'.repeat(71) }],
  ['in letters a QR-bill does not take', { ...sarah, name: '株式会社' }],
])('who pays, %s, is left to be written by hand', (_what, debtor) => {
  expect(
    textOf(qr, { ...asked, debtor })
      .split('\n')
      .slice(20, 27),
  ).toEqual(unused)
})

test.each<[string, Partial<PaymentDemand>, string]>([
  ['pounds', { currency: 'GBP' }, 'refused: currency currency'],
  ['a number without digits', { reference: 'Draft' }, 'refused: reference reference'],
  ['a thousand million', { amount: 100_000_000_000 }, 'refused: amount amount'],
])('%s: no code', (_what, demand, expected) => {
  expect(textOf(qr, { ...asked, ...demand })).toBe(expected)
})

test('printers’ marks and letters in parts are written as the standard has them', () => {
  const debtor = { ...sarah, name: 'L’Atelier – „Zu\u0308rich“\u200b', town: 'Gen\u0065\u0300ve' }
  const lines = textOf(qr, { ...asked, debtor, message: 'Logo – 2 Entwürfe…' }).split('\n')
  expect(lines[21]).toBe('L\'Atelier - "Zürich"')
  expect(lines[25]).toBe('Genève')
  expect(lines.at(-2)).toBe('Logo - 2 Entwürfe...')
})

test('beside a reference made of it, the number is told as people write it', () => {
  const lines = (number: string, message = '') =>
    textOf(qr, { ...asked, reference: number, message })
      .split('\n')
      .slice(-3)
  expect(lines('2026-0001', 'Logo')).toEqual(['000000000000000000202600013', '2026-0001 Logo', 'EPD'])
  expect(lines('Счёт 2026-0001')).toEqual(['000000000000000000202600013', '', 'EPD'])
})
