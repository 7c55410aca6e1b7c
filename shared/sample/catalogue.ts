/** What the made-up studio sells. Prices in US cents on Etsy, in Canadian cents in the own store. */
export type SampleProduct = {
  readonly listing: string
  readonly title: string
  readonly sku: string
  readonly usd: number
  readonly cad: number
  readonly digital: boolean
  readonly weight: number
}

const physical = (
  number: number,
  title: string,
  sku: string,
  usd: number,
  cad: number,
  weight: number,
): SampleProduct => ({
  listing: String(1_412_000_000 + number * 7919),
  title,
  sku,
  usd,
  cad,
  digital: false,
  weight,
})
const digital = (
  number: number,
  title: string,
  sku: string,
  usd: number,
  cad: number,
  weight: number,
): SampleProduct => ({
  ...physical(number, title, sku, usd, cad, weight),
  digital: true,
})

/** A few carry most of the revenue, as in life. */
export const sampleProducts: readonly [SampleProduct, ...SampleProduct[]] = [
  physical(1, 'Stoneware Mug "Tide", 12 oz', 'MUG-TIDE', 3400, 4200, 30),
  physical(2, 'Spruce & Salt Soy Candle', 'CANDLE-SPRUCE', 2200, 2800, 24),
  physical(3, 'Fern Botanical Print — A4', 'PRINT-FERN-A4', 1800, 2400, 18),
  digital(4, 'Seasonal Planner PDF | Instant Download', 'PDF-PLANNER', 900, 1200, 16),
  physical(5, 'Ring Dish, Speckled', 'DISH-RING', 1650, 2100, 12),
  physical(6, 'Lavender Soap Bar (3 pack)', 'SOAP-LAV-3', 1500, 1900, 9),
  physical(7, 'Serving Bowl, Fog Glaze', 'BOWL-FOG', 6800, 8600, 6),
  digital(8, 'Watercolour Clip Art: Seashore', 'PDF-SEASHORE', 1200, 1600, 6),
  physical(9, 'Espresso Cups, set of two', 'CUP-ESP-2', 3900, 4900, 5),
  physical(10, 'Fern Botanical Print — A3', 'PRINT-FERN-A3', 2900, 3700, 5),
  physical(11, 'Wool Dryer Balls, set of six', 'WOOL-6', 1900, 2400, 4),
  physical(12, 'Écharpe en laine, tissée main', 'SCARF-BLU', 7200, 9200, 3),
  physical(13, 'Moth Enamel Pin', 'PIN-MOTH', 1100, 1400, 5),
  physical(14, 'Sticker Sheet 🌿 Woodland', 'STICKER-WOOD', 600, 800, 6),
  physical(15, 'Beeswax Tapers, pair', 'TAPER-2', 1400, 1800, 3),
  physical(16, 'Linen Tea Towel, Kelp', 'TOWEL-KELP', 2100, 2600, 3),
  digital(17, 'Knitting Pattern: Harbour Hat', 'PDF-HAT', 700, 900, 4),
  physical(18, 'Plant Pot with Saucer, small', 'POT-S', 3100, 3900, 3),
  physical(19, 'Plant Pot with Saucer, large', 'POT-L', 5200, 6500, 2),
  physical(20, 'Moon Phase Wall Hanging', 'HANG-MOON', 8900, 11200, 1),
  physical(21, 'Gift Box, Kraft', 'BOX-KRAFT', 400, 500, 2),
  physical(22, 'Butter Dish, Oat', 'DISH-BUTTER', 5800, 7300, 1),
]

export type SamplePlace = {
  readonly city: string
  readonly province: string
  readonly zip: string
  readonly code: string
  readonly country: string
  /** Per cent that a marketplace collects there, and that the store charges there itself. */
  readonly marketplaceTax: number
  readonly storeTax: number
  readonly weight: number
}
const place = (
  city: string,
  province: string,
  zip: string,
  code: string,
  country: string,
  marketplaceTax: number,
  storeTax: number,
  weight: number,
) => ({ city, province, zip, code, country, marketplaceTax, storeTax, weight }) satisfies SamplePlace

/** Where Etsy's buyers live, and where those of the own store do. */
export const etsyPlaces: readonly [SamplePlace, ...SamplePlace[]] = [
  place('Faketown', 'CA', '90001', 'US', 'United States', 8, 0, 18),
  place('Sampleville', 'NY', '10001', 'US', 'United States', 8, 0, 16),
  place('Mocktown', 'TX', '73301', 'US', 'United States', 6, 0, 14),
  place('Testford', 'MA', '02108', 'US', 'United States', 6, 0, 12),
  place('Backtown', 'OR', '97001', 'US', 'United States', 0, 0, 10),
  place('Demo City', 'WA', '98001', 'US', 'United States', 9, 0, 10),
  place('Port Sample', 'NS', 'B0A 0A0', 'CA', 'Canada', 0, 14, 9),
  place('Exampleford', 'Kent', 'ZZ1 1ZZ', 'GB', 'United Kingdom', 20, 0, 6),
  place('Musterstadt', '', '01067', 'DE', 'Germany', 19, 0, 3),
  place('Mihon-shi', 'TOKYO', '100-0000', 'JP', 'Japan', 0, 0, 2),
]
export const storePlaces: readonly [SamplePlace, ...SamplePlace[]] = [
  place('Port Sample', 'NS', 'B0A 0A0', 'CA', 'Canada', 0, 14, 34),
  place('Lakefield Test', 'ON', 'K0A 0A0', 'CA', 'Canada', 0, 13, 28),
  place('Ville-Test', 'QC', 'H0A 0A0', 'CA', 'Canada', 0, 5, 10),
  place('Prairie Mock', 'AB', 'T0A 0A0', 'CA', 'Canada', 0, 5, 10),
  place('Faketown', 'CA', '90001', 'US', 'United States', 8, 0, 14),
  place('Exampleford', '', 'ZZ1 1ZZ', 'GB', 'United Kingdom', 20, 0, 4),
]

const given = [
  'Ana',
  'Bo',
  'Cleo',
  'Dee',
  'Eve',
  'Fay',
  'Gus',
  'Hal',
  'Ida',
  'Jörg',
  'Kit',
  'Léa',
  'Mia',
  'Noé',
  'Olive',
  'Pat',
  'Rae',
  'Sam',
  'Una',
  'Zoë',
  'さくら',
  'محمد',
  'Олена',
] as const
const family = [
  'Quill',
  "O'Sample",
  'Façade',
  'Madeup',
  'Example',
  'Muster',
  'Invented',
  'Fiction',
  'Érable',
  'de la Test',
  'Placeholder',
  'Nobody',
  'Van Doe',
  'Fern',
  'Moss',
  'Harbour',
  'Prose',
  '見本',
  'مثال',
  'Прикладна',
] as const

export type SampleBuyer = {
  readonly given: string
  readonly family: string
  readonly name: string
  /** '' for guests. */
  readonly user: string
  readonly email: string
  readonly street: string
  readonly place: SamplePlace
}

/** The same number is always the same person. */
export function sampleBuyer(number: number, at: SamplePlace, guest: boolean): SampleBuyer {
  const first = given[number % given.length] ?? given[0]
  const last = family[Math.floor(number / given.length) % family.length] ?? family[0]
  const name = `${first} ${last}`
  const street =
    number % 41 === 0
      ? `${(number % 90) + 1} Made-up Lane\nRear Unit`
      : `${(number % 900) + 1} Made-up Street`
  return {
    given: first,
    family: last,
    name,
    user: guest ? '' : `maker_friend${number}`,
    email: guest ? '' : `buyer${number}@example.com`,
    street,
    place: at,
  }
}
