import { expect, test } from 'vitest'
import { draft } from '#shared/document/inTests.ts'
import { buyerOf, emptyBilling, madeOutTo, withBuyer } from './buyer.ts'
import type { Client } from './client.ts'

const client: Client = {
  id: 'c',
  kind: 'firm',
  name: 'Nordlicht',
  identities: [],
  mails: ['hello@nordlicht.example'],
  phone: '',
  addresses: [{ street: 'Kai 1', city: 'Paris', region: '', postcode: '75001', country: 'FR' }],
  note: '',
  tags: [],
  circles: [],
  followUp: null,
  createdAt: '2026-01-01T00:00:00.000Z',
}
const billing = {
  ...emptyBilling,
  legalName: 'Nordlicht SARL',
  taxId: 'FR40303265045',
  language: 'fr',
  currency: 'USD',
  terms: { kind: 'net', days: 30 },
  treatment: 'DE-reverseCharge',
  contacts: [{ name: 'Ana Quill', mail: 'ana@nordlicht.example', phone: '' }],
} as const

test('a record from before there were documents is a buyer by its name and address', () => {
  expect(buyerOf(client)).toMatchObject({ name: 'Nordlicht', street: 'Kai 1', country: 'FR', taxId: '' })
})

test('a document for a client is in their language and currency, with their terms and taxes', () => {
  const content = madeOutTo(draft().content, { ...client, billing })
  expect(content).toMatchObject({
    buyer: {
      name: 'Nordlicht SARL',
      contact: 'Ana Quill',
      mail: 'ana@nordlicht.example',
      taxId: 'FR40303265045',
    },
    language: 'fr',
    currency: 'USD',
    terms: { kind: 'net', days: 30 },
    treatment: 'DE-reverseCharge',
  })
  expect(content.taxes.map(({ rate, category }) => [rate, category])).toEqual([['0', 'AE']])
  expect(content.lines[0]).toMatchObject({ taxes: content.taxes.map(({ id }) => id) })
  expect(content.taxes[0]?.exemption?.text).toMatch(/196/)
})

test('what is typed of a buyer on a document comes back from the record as it was typed', () => {
  const typed = {
    ...buyerOf({ ...client, billing }),
    name: 'Nordlicht SAS',
    street: 'Quai 2',
    contact: 'Bo',
    taxId: 'FR1',
  }
  const after = withBuyer({ ...client, billing }, typed)
  expect(buyerOf(after)).toEqual(typed)
  expect([after.name, after.billing?.terms]).toEqual(['Nordlicht', { kind: 'net', days: 30 }])
})
