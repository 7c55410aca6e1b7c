import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyRecords } from './applyRecords.ts'
import { addBatch, addImport, createBook, ownImport, setVisible } from './book.ts'
import type { Book } from './book.ts'
import { clients } from './clients.ts'
import { accountKey, buyerText, listingText, unit } from './entry.ts'
import type { Entry } from './entry.ts'
import { find, recalled } from './find.ts'
import { keyText } from './groups.ts'
import { batchOf, entry, saleKey } from './sampleEntries.ts'
import { client, product, put, stall } from './sampleShop.ts'
import { sales } from './sales.ts'
import { growIndex } from './searchIndex.ts'
import { settle } from './settle.ts'

function bookOf(entries: readonly Entry[]): Book {
  const book = createBook()
  addBatch(book, addImport(book, { id: 'one', order: 1, visible: true, coverage: [] }), batchOf(entries))
  settle(book)
  return book
}

/** The imports of files come after the book's own. */
const ownImports = Object.keys(ownImport).length

const etsy = accountKey('etsy', '')
const mug = listingText('id:1', 'Tide Mug, 12 oz', 'MUG-L')
const soap = listingText('id:2', 'Savon à la lavande', 'SOAP-1')
const print = listingText('id:3', 'Großer Lavendel-Druck', '')
const dorte = buyerText('user:dorte_b', 'Dörte Beispiel')
const doris = buyerText('mail:doris@mugshot.example', 'Doris Ficticio')
const guest = buyerText('guest:ana quint|1018|us', 'Ana Quint')
const sold = (sale: number, label: string, day: number, listing: string, buyer: string) =>
  entry({ sale: saleKey(sale), label, day, listing, buyer, amount: 1000, quantity: 1, key: [sale, 1] })

const shop = () =>
  bookOf([
    sold(1, '3105550130', 19_000, mug, dorte),
    sold(2, '3105550131', 19_010, soap, dorte),
    sold(3, '#1018', 19_020, mug, doris),
    sold(4, '#10189', 19_030, print, guest),
    sold(5, '101', 19_040, soap, guest),
    sold(6, '3105551018', 19_050, soap, doris),
  ])

/** Of each sort, the texts of the hits in their order. */
function found(book: Book, text: string, most = 9) {
  const of = (sort: string) =>
    find(book, text, most)
      .flatMap((one) => (one.sort === sort ? one.hits : []))
      .map(({ name }) => name.text)
  return { sales: of('sale'), clients: of('client'), products: of('product') }
}

describe('find', () => {
  const book = shop()

  test('an order number: the exact one first, then those that begin with it, then those it stands in', () => {
    expect(found(book, '1018').sales).toEqual(['#1018', '#10189', '101', '3105551018']) // 101 went to postcode 1018
    expect(found(book, '#1018').sales).toEqual(['#1018', '#10189', '3105551018'])
    expect(found(book, '101').sales.slice(0, 2)).toEqual(['101', '#10189'])
  })

  test('names and titles without accents, by their beginnings, in any order', () => {
    expect(found(book, 'dorte').clients).toEqual(['Dörte Beispiel'])
    expect(found(book, 'beisp DÖR')).toEqual({
      sales: ['3105550131', '3105550130'], // the later first
      clients: ['Dörte Beispiel'],
      products: [],
    })
    expect(found(book, 'grosser').products).toEqual(['Großer Lavendel-Druck'])
    expect(found(book, 'lav').products).toEqual(['Savon à la lavande', 'Großer Lavendel-Druck']) // sold more often
  })

  test('sales by their buyer and their product together', () => {
    expect(found(book, 'dörte mug').sales).toEqual(['3105550130'])
    expect(found(book, 'mug 3105').sales).toEqual(['3105550130', '3105551018']) // bought by mugshot
    expect(found(book, 'mug zebra')).toEqual({ sales: [], clients: [], products: [] })
  })

  test('buyers by mail, user name and postcode; products by SKU', () => {
    expect(found(book, 'doris@mug').clients).toEqual(['Doris Ficticio'])
    expect(found(book, 'mugshot').clients).toEqual(['Doris Ficticio'])
    expect(found(book, 'dorte_b').clients).toEqual(['Dörte Beispiel'])
    expect(found(book, '1018').clients).toEqual(['Ana Quint'])
    expect(found(book, 'mug-l').products).toEqual(['Tide Mug, 12 oz'])
    expect(found(book, 'guest').clients).toEqual([])
  })

  test('a slip is forgiven where there is little else', () => {
    expect(found(book, 'biespiel').clients).toEqual(['Dörte Beispiel'])
    expect(found(book, 'lavnade').products).toEqual(['Savon à la lavande'])
    expect(found(book, 'dröte mgu').sales).toEqual(['3105550130']) // Dörte's mug
    expect(found(book, 'dröte mgo').sales).toEqual([]) // of three letters two may be swapped, none mistaken
    expect(found(book, '3105550132').sales).toEqual([])
  })

  test('says how many there are, where the words stand, and what tells a hit from others', () => {
    const [bySale, byClient] = find(book, 'doris', 1)
    expect(bySale).toMatchObject({
      total: 2,
      hits: [
        { day: '2022-02-27', channel: 'etsy', about: [{ text: 'Doris Ficticio', marks: [[0, 5]] }, {}] },
      ],
    })
    expect(byClient).toMatchObject({
      total: 1,
      hits: [
        {
          id: `etsy${unit}mail:doris@mugshot.example`,
          name: { marks: [[0, 5]] },
          about: [{ text: 'doris@mugshot.example', marks: [[0, 5]] }],
        },
      ],
    })
  })

  test('pictures, by themselves or beside words', () => {
    const gift = listingText('id:4', '🎁 Gift wrap', '')
    const tree = listingText('id:5', 'Ornament 🎄🎁', '')
    const flags = buyerText('user:f', 'Léa 🇫🇷 👍🏽')
    const shown = bookOf([
      sold(1, '1', 1, gift, flags),
      sold(2, '2', 2, tree, dorte),
      sold(3, '3', 3, mug, doris),
    ])
    expect(found(shown, '🎁').products.toSorted()).toEqual(['Ornament 🎄🎁', '🎁 Gift wrap'])
    expect(found(shown, '🎁🎄').products).toEqual(['Ornament 🎄🎁'])
    expect(found(shown, '🇫🇷').clients).toEqual(['Léa 🇫🇷 👍🏽'])
    expect(found(shown, '👍').clients).toEqual(['Léa 🇫🇷 👍🏽'])
    expect(found(shown, '🇩🇪')).toEqual({ sales: [], clients: [], products: [] })
    expect(found(shown, 'wrap 🎄').products).toEqual(['🎁 Gift wrap']) // words say more than pictures
    expect(find(shown, '🎁', 9)[2]?.hits.map(({ name }) => name.marks)).toEqual(
      found(shown, '🎁').products.map((name) => [[name.indexOf('🎁'), name.indexOf('🎁') + 2]]),
    )
  })

  test('nothing typed finds nothing', () => {
    expect(found(book, '  ')).toEqual({ sales: [], clients: [], products: [] })
  })

  test('a shop of six sales shows the same while its texts are still being read', () => {
    const fresh = shop()
    expect(growIndex(fresh, 3)).toBe(false)
    expect(found(fresh, 'lav')).toEqual(found(book, 'lav'))
    expect(growIndex(fresh, 3)).toBe(true)
  })
})

describe('what people wrote', () => {
  const book = shop()
  const records = (...changes: Parameters<typeof applyRecords>[1]) => applyRecords(book, changes)
  records(
    put(
      'clients',
      client({
        id: 'c1',
        name: 'Frau Muster',
        mails: ['office@muster.example'],
        tags: ['wholesale'],
        phone: '0151 23',
      }),
    ),
    put(
      'clients',
      client({
        id: 'c2',
        name: 'Beispiel GmbH',
        identities: [
          { channel: 'etsy', key: 'user:dorte_b' },
          { channel: 'etsy', key: 'mail:doris@mugshot.example' },
        ],
      }),
    ),
    put(
      'products',
      product({ id: 'p1', name: 'Becher', sku: 'B-1', listings: [{ account: etsy, key: 'id:1' }] }),
    ),
    put('handSales', stall),
  )

  test('is found by its own words and by those of what belongs to it', () => {
    expect(found(book, 'muster').clients).toEqual(['Frau Muster'])
    expect(found(book, 'office@').clients).toEqual(['Frau Muster'])
    expect(found(book, 'wholes').clients).toEqual(['Frau Muster'])
    expect(found(book, '015123').clients).toEqual(['Frau Muster'])
    expect(found(book, 'dörte').clients).toEqual(['Beispiel GmbH'])
    expect(found(book, 'ficticio').clients).toEqual(['Beispiel GmbH'])
    expect(found(book, 'becher').products).toEqual(['Becher'])
    expect(found(book, 'tide').products).toEqual(['Becher'])
    expect(find(book, 'tide', 5)[2]?.hits[0]).toMatchObject({
      id: 'p1',
      about: [{ text: 'Tide Mug, 12 oz' }],
    })
  })

  test('finds the sales of a client under each of their names, and of a product', () => {
    expect(found(book, 'gmbh').sales).toEqual(['3105551018', '#1018', '3105550131', '3105550130'])
    expect(found(book, 'becher').sales).toEqual(['#1018', 'Stall 1', '3105550130'])
    expect(found(book, 'stall').sales).toEqual(['Stall 1'])
  })

  test('is recalled by its key as it is called now, and not once it is gone', () => {
    const own = shop()
    const key = `etsy${unit}user:dorte_b`
    const names = (sort: 'client' | 'product', id: string) =>
      recalled(own, [{ sort, id }]).map((hit) => hit?.name.text ?? null)
    expect(names('client', key)).toEqual(['Dörte Beispiel'])
    const identities = [{ channel: 'etsy', key: 'user:dorte_b' }]
    applyRecords(own, [put('clients', client({ id: 'c1', name: 'D. Beispiel', identities }))])
    expect(names('client', 'c1')).toEqual(['D. Beispiel'])
    applyRecords(own, [put('clients', client({ id: 'c1', name: 'Dörte', identities }))])
    expect(names('client', 'c1')).toEqual(['Dörte'])
    expect(names('client', key)).toEqual(['Dörte'])
    applyRecords(own, [{ table: 'clients', id: 'c1', record: null }])
    expect(names('client', 'c1')).toEqual([null])
    expect(names('product', 'p9')).toEqual([null])
    const sale = keyText(...saleKey(3))
    expect(recalled(own, [{ sort: 'sale', id: sale }])).toMatchObject([{ id: sale, name: { text: '#1018' } }])
    setVisible(own, ownImports, false)
    settle(own)
    expect(recalled(own, [{ sort: 'sale', id: sale }])).toEqual([null])
  })

  test('once changed, is found by what it is called now', () => {
    records(
      put('clients', client({ id: 'c1', name: 'Frau Neumann' })),
      put('handSales', { ...stall, label: 'Fair 9' }),
    )
    expect(found(book, 'muster').clients).toEqual([])
    expect(found(book, 'neumann').clients).toEqual(['Frau Neumann'])
    expect(found(book, 'stall').sales).toEqual([])
    expect(found(book, 'fair').sales).toEqual(['Fair 9'])
  })
})

test('what an undone import brought is not found, and found again once it is back', () => {
  const book = shop()
  expect(found(book, 'dörte').clients).toHaveLength(1)
  setVisible(book, ownImports, false)
  settle(book)
  expect(found(book, 'dörte')).toEqual({ sales: [], clients: [], products: [] })
  setVisible(book, ownImports, true)
  settle(book)
  expect(found(book, 'dörte').sales).toHaveLength(2)
})

test('a title and a number that come later are found', () => {
  const book = bookOf([
    entry({
      sale: saleKey(1),
      listing: listingText('id:1', '', ''),
      amount: -20,
      kind: 'fee',
      type: 'listing',
    }),
  ])
  expect(found(book, 'tide').products).toEqual([])
  const second = addImport(book, { id: 'two', order: 2, visible: true, coverage: [] })
  addBatch(book, second, batchOf([sold(1, '#77', 19_000, mug, dorte)]))
  settle(book)
  expect(found(book, 'tide').products).toEqual(['Tide Mug, 12 oz'])
  expect(found(book, '77').sales).toEqual(['#77'])
})

test('what a catalogue or a list of customers calls them is found beside what orders call them', () => {
  const book = shop()
  const told = { type: '', source: 'catalogue', stream: '', day: 0 } as const
  const lists = addImport(book, { id: 'lists', order: 2, visible: true, coverage: [] })
  const offer = { ...told, kind: 'offer', account: etsy, amount: 900, quantity: 3, label: 'Mug' } as const
  const contact = { ...told, kind: 'contact', currency: '' } as const
  addBatch(
    book,
    lists,
    batchOf([
      entry({ ...offer, sale: [8, 1], key: [1, 1], listing: listingText('id:1', 'Ocean cup', 'MUG-L') }),
      entry({ ...offer, sale: [8, 2], key: [1, 2], listing: listingText('id:9', 'Unsold bowl', 'BOWL') }),
      entry({ ...contact, buyer: buyerText('user:dorte_b', 'Dorothea Muster') }),
      entry({ ...contact, buyer: buyerText('mail:new@x.example', 'Never Bought') }),
    ]),
  )
  settle(book)
  expect(found(book, 'ocean')).toMatchObject({ products: ['Ocean cup'], sales: ['#1018', '3105550130'] })
  expect(found(book, 'tide')).toMatchObject({ products: ['Ocean cup'], sales: ['#1018', '3105550130'] })
  expect(found(book, 'bowl')).toEqual({ products: ['Unsold bowl'], sales: [], clients: [] })
  expect(found(book, 'dorothea')).toMatchObject({ clients: ['Dorothea Muster'], sales: { length: 2 } })
  expect(found(book, 'beispiel')).toMatchObject({ clients: ['Dorothea Muster'], sales: { length: 2 } })
  expect(found(book, 'never')).toEqual({ clients: ['Never Bought'], sales: [], products: [] })
  setVisible(book, lists, false)
  settle(book)
  expect([found(book, 'ocean'), found(book, 'never')].flatMap(Object.values).flat()).toEqual([])
})

test('every sale is found by its number, every buyer by name, every product by title', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'ö', 'ß', '手', 'И', "'", '-'),
    minLength: 1,
    maxLength: 5,
  })
  const name = fc
    .tuple(fc.constantFrom('x', 'Q', '9'), word, word)
    .map(([first, a, b]) => `${first}${a} ${b}`)
  const one = fc.record({ label: fc.stringMatching(/^#?[0-9A-Z]{1,6}$/), buyer: name, title: name })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 20 }), (list) => {
      const book = bookOf(
        list.map(({ label, buyer, title }, at) =>
          sold(
            at + 1,
            label,
            19_000 + at,
            listingText(`id:${at}`, title, ''),
            buyerText(`user:u${at}`, buyer),
          ),
        ),
      )
      list.forEach(({ label, buyer, title }, at) => {
        const [bySale, ,] = find(book, label, 99)
        expect(bySale?.hits.map(({ id }) => id)).toContain(keyText(...saleKey(at + 1)))
        const first = bySale?.hits[0]?.name.text.replace('#', '')
        expect(first).toBe(label.replace('#', ''))
        expect(find(book, buyer, 99)[1]?.hits.map(({ id }) => id)).toContain(`etsy${unit}user:u${at}`)
        expect(find(book, title, 99)[2]?.hits.map(({ id }) => id)).toContain(`${etsy}${unit}id:${at}`)
        const byText = {
          filter: { text: buyer },
          sort: { by: 'day', descending: true },
          from: 0,
          count: 99,
        } as const
        expect(sales(book, byText, {}).rows.map(({ key }) => key)).toContain(keyText(...saleKey(at + 1)))
        const listed = {
          filter: {},
          text: buyer,
          sort: { by: 'name', descending: false },
          from: 0,
          count: 99,
        } as const
        expect(clients(book, listed, {}).rows.map(({ key }) => key)).toContain(`etsy${unit}user:u${at}`)
      })
    }),
    { numRuns: 40 },
  )
})
