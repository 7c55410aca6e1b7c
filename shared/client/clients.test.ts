import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combineClients, withoutIdentity } from './combine.ts'
import type { Client } from './client.ts'
import { proposingClients } from './proposals.ts'
import type { ClientProposal, Known } from './proposals.ts'

const client = (told: Partial<Client> & { readonly id: string }): Client => ({
  kind: 'person',
  name: told.id,
  identities: [],
  mails: [],
  phone: '',
  addresses: [],
  note: '',
  tags: [],
  circles: [],
  followUp: null,
  createdAt: '2024-01-01T00:00:00Z',
  ...told,
})
const known = (told: Partial<Known> & { readonly key: string }): Known => ({
  isRecord: false,
  name: '',
  mails: [],
  place: '',
  channels: ['etsy'],
  ...told,
})

function proposeClients(
  all: readonly Known[],
  isRejected: (keys: readonly string[]) => boolean = () => false,
): readonly ClientProposal[] {
  const steps = proposingClients(all, isRejected)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

test('two clients become one that has all of both', () => {
  const ana = client({
    id: 'ana',
    mails: ['ana@x.example'],
    note: 'likes blue',
    tags: ['fair'],
    circles: ['community'],
    followUp: { day: '2024-06-01', text: 'summer' },
    identities: [{ channel: 'etsy', key: 'user:ana' }],
  })
  const other = client({
    id: 'a. quill',
    mails: ['ANA@x.example', 'quill@y.example'],
    phone: '555',
    note: 'sister of Bo',
    tags: ['fair', 'gift'],
    circles: ['press'],
    followUp: { day: '2024-05-01', text: 'spring' },
    identities: [{ channel: 'shopify', key: 'mail:quill@y.example' }],
    createdAt: '2023-01-01T00:00:00Z',
  })
  expect(combineClients([ana, other])).toEqual({
    ...ana,
    identities: [
      { channel: 'etsy', key: 'user:ana' },
      { channel: 'shopify', key: 'mail:quill@y.example' },
    ],
    mails: ['ana@x.example', 'quill@y.example'],
    phone: '555',
    note: 'likes blue\nsister of Bo',
    tags: ['fair', 'gift'],
    circles: ['community', 'press'],
    followUp: { day: '2024-05-01', text: 'spring' },
    createdAt: '2023-01-01T00:00:00Z',
  })
})

test('an identity that is split off leaves the others', () => {
  const identities = [
    { channel: 'etsy', key: 'user:ana' },
    { channel: 'shopify', key: 'user:ana' },
  ]
  const split = withoutIdentity(client({ id: 'ana', identities }), { channel: 'etsy', key: 'user:ana' })
  expect(split.identities).toEqual([{ channel: 'shopify', key: 'user:ana' }])
})

const some = fc.record({
  mails: fc.subarray(['a@x.example', 'b@x.example']),
  tags: fc.subarray(['x', 'y']),
  identities: fc.subarray([
    { channel: 'etsy', key: 'user:a' },
    { channel: 'shopify', key: 'mail:a@x.example' },
  ]),
})
test('merging what is merged changes nothing more', () => {
  fc.assert(
    fc.property(some, some, some, (a, b, c) => {
      const [one, two, three] = [
        client({ id: '1', ...a }),
        client({ id: '2', ...b }),
        client({ id: '3', ...c }),
      ]
      const merged = combineClients([one, two, three])
      expect(combineClients([merged, two, three])).toEqual(merged)
      expect(combineClients([combineClients([one, two]), three])).toEqual(merged)
    }),
  )
})

test('who shares a mail is one, whatever the name; the record leads', () => {
  expect(
    proposeClients([
      known({ key: 'etsy:1', name: 'Ana Q', mails: ['Ana@X.example'] }),
      known({
        key: 'rec',
        isRecord: true,
        name: 'Ana Quill',
        mails: ['ana@x.example '],
        channels: ['shopify'],
      }),
      known({ key: 'etsy:2', name: 'Bo', mails: ['bo@x.example'] }),
    ]),
  ).toEqual([{ keys: ['rec', 'etsy:1'], why: 'mail', shared: 'ana@x.example' }])
})

test('name and place are one; the same name in two places, or twice in one shop, is not', () => {
  const [a, b] = ['12345|US', 'SW1A|GB']
  expect(
    proposeClients([
      known({ key: '1', name: 'Olive O’Sample', place: a }),
      known({ key: '2', name: 'Sample Olive O', place: a, channels: ['shopify'] }),
      known({ key: '3', name: 'Fay Zee', place: a }),
      known({ key: '4', name: 'Fay Zee', place: b, channels: ['shopify'] }),
      known({ key: '5', name: 'Dana Guest' }),
      known({ key: '6', name: 'dana  guest' }),
      known({ key: '7', name: 'Éva Roy' }),
      known({ key: '8', name: 'Eva Roy', channels: ['shopify'] }),
      known({ key: '9', name: 'Ana' }),
      known({ key: '10', name: 'Ana', channels: ['shopify'] }),
    ]).map(({ keys, why }) => [why, ...keys]),
  ).toEqual([
    ['name-place', '1', '2'],
    ['name', '7', '8'],
  ])
})

test('a name that many have proposes nothing, and what was rejected is not proposed again', () => {
  const many = Array.from({ length: 6 }, (_, at) =>
    known({ key: String(at), name: 'Gift Recipient', channels: [`shop ${at}`] }),
  )
  expect(proposeClients(many)).toEqual([])
  const two = [known({ key: '1', mails: ['a@x.example'] }), known({ key: '2', mails: ['a@x.example'] })]
  expect(proposeClients(two, (keys) => keys.join() === '1,2')).toEqual([])
  expect(proposeClients(two)).toHaveLength(1)
})
