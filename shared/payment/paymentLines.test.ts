import { expect, test } from 'vitest'
import type { AccountMethod, PaymentMethod } from './method.ts'
import { paymentLines } from './paymentLines.ts'

const printed = (method: PaymentMethod) => paymentLines(method).map(({ label, text }) => `${label}: ${text}`)

test('a transfer is printed in the order it is typed, without what was not said', () => {
  expect(
    printed({
      kind: 'bank',
      holder: ' Ana  Quill ',
      iban: 'de71110220330123456789',
      bic: '',
      bankName: 'Hausbank',
    }),
  ).toEqual(['holder: Ana Quill', 'iban: DE71 1102 2033 0123 4567 89', 'bank: Hausbank'])
})

const account: AccountMethod = {
  kind: 'account',
  country: 'US',
  holder: 'Ana Quill',
  bankName: '',
  routing: '0210-0002-1',
  account: '123456789',
  bic: '',
  lines: ['Checking', ''],
}
test.each([
  ['US', '0210 00021', 'routingNumber: 021000021'],
  ['GB', '601613', 'sortCode: 60-16-13'],
  ['CA', '12345003', 'transitNumber: 12345-003'],
  ['AU', '062 000', 'bsb: 062-000'],
  ['IN', 'hdfc0000001', 'ifsc: HDFC0000001'],
  ['other', '0001 / 22', 'bankCode: 0001 / 22'],
] as const)('in %s the number of a bank is written as its banks do', (country, routing, line) => {
  expect(printed({ ...account, country, routing })).toEqual([
    'holder: Ana Quill',
    line,
    'account: 123456789',
    'text: Checking',
  ])
})

test.each<[PaymentMethod, readonly string[]]>([
  [{ kind: 'upi', address: 'ana@bank', name: 'Ana' }, ['upi: ana@bank', 'holder: Ana']],
  [
    { kind: 'pix', key: '529.982.247-25', name: 'Ana', city: 'Natal' },
    ['pix: 529.982.247-25', 'holder: Ana'],
  ],
  [
    { kind: 'ethereum', address: '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', chain: 1 },
    ['ethereum: 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  ],
  [{ kind: 'text', text: 'In cash\non delivery ' }, ['text: In cash\non delivery']],
])('$kind', (method, lines) => {
  expect(printed(method)).toEqual(lines)
})
