import { expect, test } from 'vitest'
import type { Client } from './client.ts'
import { completed, missingParts } from './complete.ts'

const nothing = { street: '', city: '', region: '', postcode: '', country: '' }
const home = { street: '9 Made-up St', city: 'Faketown', region: 'MA', postcode: '02108', country: 'US' }
const client = (told: Partial<Client>): Client => ({
  id: '1',
  kind: 'person',
  name: '',
  identities: [],
  mails: [],
  phone: '',
  addresses: [],
  note: '',
  tags: [],
  circles: [],
  followUp: null,
  createdAt: '',
  ...told,
})
const stated = {
  name: 'Lee Repeat',
  mail: 'lee@example.com',
  phone: '555',
  company: '',
  address: home,
  tags: ['VIP'],
  note: 'likes blue',
}

test('what a record does not say is taken from the shop', () => {
  expect(completed(client({}), [stated])).toEqual(
    client({
      name: 'Lee Repeat',
      mails: ['lee@example.com'],
      phone: '555',
      addresses: [home],
      tags: ['VIP'],
      note: 'likes blue',
    }),
  )
  expect(missingParts(client({}), [stated])).toEqual(['name', 'mails', 'phone', 'addresses', 'tags', 'note'])
})

test('what a record says itself stays; another mail and other tags are added to its own', () => {
  const own = client({
    name: 'Mrs. Lee',
    mails: ['LEE@example.com', 'work@example.com'],
    phone: '777',
    addresses: [{ ...home, city: 'Elsewhere' }],
    tags: ['vip', 'fair'],
    note: 'my own',
  })
  expect(completed(own, [stated])).toEqual(own)
  expect(missingParts(own, [stated])).toEqual([])
  expect(missingParts(own, [{ ...stated, mail: 'other@example.com' }])).toEqual(['mails'])
})

test('of two shops the first fills what is empty, the second what is empty still', () => {
  const two = [
    { ...stated, phone: '', address: nothing },
    { ...stated, phone: '888', name: 'Lee R.' },
  ]
  expect(completed(client({}), two)).toMatchObject({ name: 'Lee Repeat', phone: '888', addresses: [home] })
})

test('a country alone is no address, and a firm without a person is a firm', () => {
  const firm = { ...stated, name: '', company: 'Quote & Co', address: { ...nothing, country: 'US' } }
  expect(completed(client({}), [firm])).toMatchObject({ kind: 'firm', name: 'Quote & Co', addresses: [] })
  expect(completed(client({ name: 'Quinn' }), [firm])).toMatchObject({ kind: 'person', name: 'Quinn' })
})
