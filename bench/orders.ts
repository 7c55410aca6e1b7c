import { createRandom } from './random.ts'
import type { Random } from './random.ts'

export type Product = {
  readonly listing: string
  readonly title: string
  readonly sku: string
  readonly price: number
}
export type Client = {
  readonly number: number
  readonly first: string
  readonly last: string
  /** A guest has neither user name nor e-mail. */
  readonly isGuest: boolean
  readonly street: string
  readonly zip: string
  readonly place: Place
}
type Place = { readonly country: string; readonly code: string; readonly region: string }
export type Line = { readonly product: Product; readonly quantity: number; readonly price: number }

/** An order in a shop's books, before a platform's export is made of it. Amounts are cents. */
export type Order = {
  readonly number: number
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly client: Client
  readonly lines: readonly Line[]
  readonly items: number
  readonly coupon: string
  readonly discount: number
  readonly shipping: number
  readonly shippingDiscount: number
  readonly isShipped: boolean
}

/** The word that one product in fifty has in its title, and no other: a search for it has one right answer. */
export const rareWord = 'Verbena'

const kinds = [
  'Mug',
  'Linen Print',
  'Bar Soap',
  'Ring Dish',
  'Wool Scarf',
  'Planner',
  'Candle',
  'Sticker Set',
  'Tote',
  'Brooch',
]
const looks = [
  'Speckled',
  'Moss 🌿',
  'Tide "12 oz"',
  'Écru',
  'Small, boxed',
  'Großer',
  '手作り',
  'Midnight',
  'Ochre',
  'Plain',
]

const productCount = 5000
const products: readonly Product[] = Array.from({ length: productCount }, (_, at) => ({
  listing: String(1_250_000_000 + at * 7919),
  title: `${at % 50 === 7 ? rareWord : looks[at % 10]} ${kinds[Math.floor(at / 10) % 10]} ${at + 1}`,
  sku: at % 6 === 0 ? '' : `MB-${String(at).padStart(5, '0')}`,
  price: 250 + ((at * 1931) % 11_800),
}))

const firstNames = [
  'Ada',
  'Bram',
  'Chidi',
  'Dörte',
  'Elif',
  'Fátima',
  'Gil',
  'Hana',
  'Ivo',
  'Jun',
  'Kofi',
  'Lúa',
  '美咲',
  'Ольга',
  'نور',
  "D'Arcy",
]
const lastNames = [
  'Sample',
  'Invented',
  'Madeup',
  'Beispiel',
  'Exemple',
  'Przykład',
  'Ficticio',
  '架空',
  'Примерова',
  'مثال',
  'Stone, Jr.',
  "O'Nobody",
]
/** Put together they make a name rare, as names are. */
const endings = ['', 'ler', 'ton', 'ová', 'wick', 'sson', 'eau', 'mann', 'field', 'ic', 'ello', 'stad', 'ez']
const initials = ['', 'A. ', 'E. ', 'K. ', 'M. ', 'S. ', 'van ', 'de ']
const places: readonly Place[] = [
  { country: 'United States', code: 'US', region: 'CA' },
  { country: 'United States', code: 'US', region: 'NY' },
  { country: 'United States', code: 'US', region: 'OR' },
  { country: 'Canada', code: 'CA', region: 'QC' },
  { country: 'United Kingdom', code: 'GB', region: '' },
  { country: 'Germany', code: 'DE', region: '' },
  { country: 'Australia', code: 'AU', region: 'NSW' },
  { country: 'Japan', code: 'JP', region: 'JP-13' },
]

/** Each has a post code of his own, so that two guests of one name are two buyers. */
function clientOf(number: number): Client {
  return {
    number,
    first: firstNames[number % firstNames.length] ?? '',
    last: lastNameOf(number >> 4),
    isGuest: number % 19 === 4,
    street:
      number % 83 === 0
        ? `${number % 700} First Line\nBack door, "Unit" ${number % 9}`
        : `${number % 700} Nowhere Street`,
    zip: String(10_000 + number),
    place: places[number % places.length] ?? { country: '', code: '', region: '' },
  }
}

function lastNameOf(number: number): string {
  const name = lastNames[number % lastNames.length] ?? ''
  const rest = Math.floor(number / lastNames.length)
  const ending = (rest * 7) % (endings.length * endings.length)
  const initial = initials[Math.floor(rest / 5) % initials.length] ?? ''
  return `${initial}${name}${endings[ending % endings.length] ?? ''}${endings[Math.floor(ending / endings.length)] ?? ''}`
}

const lastDay = Date.UTC(2025, 5, 30)
/** Six years, whatever the number of orders: a larger shop sells more a day. */
const span = 2191
/** As many may buy; as they are drawn, seven orders come from five buyers: a million lines from 400,000. */
const clientsPerOrder = 1.31
const coupons = ['SPRING10', 'FRIEND15', 'AGAIN25'] as const

/** Endless orders, newest first; the days are spread so that about `planned` of them fill the years. */
export function* orders(planned: number, seed: number): Generator<Order, never> {
  const random = createRandom(seed)
  const clients = Math.max(1, Math.ceil(planned * clientsPerOrder))
  for (let number = 0; ; number++) {
    const back = Math.min(span - 1, Math.floor((number * span) / Math.max(1, planned)))
    const lines = Array.from({ length: random.chance(0.7) ? 1 : 2 + random.below(4) }, () => lineOf(random))
    const items = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0)
    const coupon = random.chance(0.15) ? random.pick(coupons) : ''
    const listed = random.pick([0, 350, 495, 720, 1240])
    const isFree = coupon === '' && random.chance(0.06)
    yield {
      number,
      day: new Date(lastDay - back * 86_400_000).toISOString().slice(0, 10),
      client: clientOf(random.below(clients)),
      lines,
      items,
      coupon,
      discount: Math.round((items * Number(coupon.slice(-2))) / 100),
      shipping: isFree ? 0 : listed,
      shippingDiscount: isFree ? listed : 0,
      isShipped: random.chance(0.96),
    }
  }
}

function lineOf(random: Random): Line {
  // The square makes few products sell much, as in a real shop.
  const at = Math.floor((random.below(40_000) * random.below(40_000) * productCount) / 1_600_000_000)
  const product = products[at]
  if (!product) throw new Error('no such product')
  return {
    product,
    quantity: random.chance(0.86) ? 1 : 2 + random.below(3),
    price: random.chance(0.01) ? 0 : product.price,
  }
}
