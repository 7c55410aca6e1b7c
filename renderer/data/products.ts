import type { Apart } from '#shared/assignments/assignment.ts'
import { apartAssignment } from '#shared/product/apart.ts'
import { mergedProduct, withListings, withoutListings } from '#shared/product/mergeProducts.ts'
import { emptyDraft, listingKey, type FoundProduct, type ProductDraft } from '#shared/product/newProduct.ts'
import type { ListingRef, Product } from '#shared/product/product.ts'
import { ok, type Result } from '#shared/result.ts'
import { commit, type Change, type Write } from './commit.ts'
import type { Attachment, BrandDatabase, BrandRecords } from './database.ts'
import { storing, type StorageFailure } from './storageFailure.ts'
import { uuidv7 } from './uuid.ts'

/** The change that was made, or null where everything was so already. */
export type Changed = Result<Change | null, StorageFailure>
/** Products a change is about: records by id, and found listings, which become records by it. */
export type ProductTargets = { readonly ids: readonly string[]; readonly found: readonly FoundProduct[] }
/** `product`: id of the record that takes the listings up; null makes a new one. */
export type AcceptedProduct = FoundProduct & { readonly product: string | null }

type Writes = readonly Write<BrandRecords>[]

const act = (db: BrandDatabase, name: string, writes: () => Promise<Writes>): Promise<Changed> =>
  storing(async () => {
    const all = await writes()
    return ok(all.length === 0 ? null : await commit(db, name, all))
  })

const put = (product: Product): Write<BrandRecords> => ({ table: 'products', put: product })
const recordOf = (draft: ProductDraft): Product => ({
  ...draft,
  id: uuidv7(),
  createdAt: new Date().toISOString(),
})
const recordOfFound = (found: FoundProduct): Product => recordOf({ ...emptyDraft, ...found })
const isSame = (a: Product, b: Product): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A product a person describes, with its picture where it has one. */
export async function createProduct(
  db: BrandDatabase,
  draft: ProductDraft,
  picture: Attachment | null,
): Promise<Result<{ readonly product: Product; readonly change: Change | null }, StorageFailure>> {
  const product = recordOf({ ...draft, image: picture?.id ?? draft.image })
  const made = await act(db, 'new product', async () => [...pictureWrites(picture), put(product)])
  return made.ok ? ok({ product, change: made.value }) : made
}

/** Keeps a product as it was edited; a picture it no longer shows goes with it, if nothing else shows it. */
export const saveProduct = (
  db: BrandDatabase,
  product: Product,
  picture: Attachment | null = null,
): Promise<Changed> =>
  act(db, 'save product', async () => {
    const before = await db.products.get(product.id)
    const after = picture === null ? product : { ...product, image: picture.id }
    if (before !== undefined && isSame(before, after)) return []
    const gone = before?.image && before.image !== after.image ? [before.image] : []
    return [...pictureWrites(picture), put(after), ...(await unshown(db, gone, new Set([after.id])))]
  })

const pictureWrites = (picture: Attachment | null): Writes =>
  picture === null ? [] : [{ table: 'attachments', put: picture }]

/** Removes pictures that no product shows any more but those that let go of them. */
async function unshown(
  db: BrandDatabase,
  pictures: readonly string[],
  leaving: ReadonlySet<string>,
): Promise<Writes> {
  const gone = new Set(pictures)
  if (gone.size === 0) return []
  await db.products.each(({ id, image }) => {
    if (image !== null && !leaving.has(id)) gone.delete(image)
  })
  return [...gone].map((id) => ({ table: 'attachments', remove: id }))
}

/** What imports found becomes products: all that was accepted, in one change. */
export const acceptListings = (db: BrandDatabase, accepted: readonly AcceptedProduct[]): Promise<Changed> =>
  act(db, 'accept products', async () => {
    const known = new Map((await db.products.toArray()).map((product) => [product.id, product]))
    const claimed = new Set([...known.values()].flatMap(({ listings }) => listings.map(listingKey)))
    const changed = new Map<string, Product>()
    for (const { product, ...found } of accepted) {
      const free = found.listings.filter((one) => !claimed.has(listingKey(one)))
      if (free.length === 0) continue // accepted before
      for (const one of free) claimed.add(listingKey(one))
      const record = product === null ? undefined : (changed.get(product) ?? known.get(product))
      const after = record ? withListings(record, free) : recordOfFound({ ...found, listings: free })
      changed.set(after.id, after)
    }
    return [...changed.values()].map(put)
  })

async function recordsById(db: BrandDatabase, ids: readonly string[]): Promise<ReadonlyMap<string, Product>> {
  const stored = await db.products.bulkGet([...new Set(ids)])
  return new Map(stored.flatMap((product) => (product ? [[product.id, product] as const] : [])))
}

/** Several products become the first of them; sales by hand, documents and rules that speak of the others speak of it from now on. */
export const mergeProducts = (db: BrandDatabase, { ids, found }: ProductTargets): Promise<Changed> =>
  act(db, 'merge products', async () => {
    const known = await recordsById(db, ids)
    const parts = [...known.values(), ...found.map(recordOfFound)]
    const [first, ...others] = parts
    if (first === undefined || others.length === 0) return []
    const gone = new Set(others.map(({ id }) => id).filter((id) => known.has(id)))
    const merged = mergedProduct(first, others)
    const pictures = parts.flatMap(({ image }) => (image === merged.image ? [] : (image ?? [])))
    return [
      put(merged),
      ...[...gone].map((id): Write<BrandRecords> => ({ table: 'products', remove: id })),
      ...(await unshown(db, pictures, new Set([...gone, first.id]))),
      ...(await renamedIn(db, gone, first.id)),
    ]
  })

async function renamedIn(db: BrandDatabase, gone: ReadonlySet<string>, into: string): Promise<Writes> {
  const isGone = (id: string | null | undefined): boolean => typeof id === 'string' && gone.has(id)
  const sales = await db.handSales
    .filter(({ lines }) => lines.some(({ product }) => isGone(product)))
    .toArray()
  const rules = await db.rules.filter(({ gives }) => isGone(gives.product)).toArray()
  const documents = await db.documents
    .filter(({ links }) => Object.values(links.lines).some(({ product }) => isGone(product)))
    .toArray()
  return [
    ...documents.map((document): Write<BrandRecords> => {
      const linked = Object.entries(document.links.lines).map(
        ([id, line]) => [id, isGone(line.product) ? { ...line, product: into } : line] as const,
      )
      const links = { ...document.links, lines: Object.fromEntries(linked) }
      return { table: 'documents', put: { ...document, links } }
    }),
    ...sales.map((sale): Write<BrandRecords> => {
      const lines = sale.lines.map((line) => (isGone(line.product) ? { ...line, product: into } : line))
      return { table: 'handSales', put: { ...sale, lines } }
    }),
    ...rules.map((rule): Write<BrandRecords> => ({
      table: 'rules',
      put: { ...rule, gives: { ...rule.gives, product: into } },
    })),
  ]
}

/**
 * Takes a listing off a product: a product of its own from now on, or found again (`own` null) and not proposed for the
 * same product another time.
 */
export const splitListing = (
  db: BrandDatabase,
  id: string,
  listing: ListingRef,
  own: FoundProduct | null,
): Promise<Changed> =>
  act(db, 'split listing', async () => {
    const product = await db.products.get(id)
    if (!product?.listings.some((one) => listingKey(one) === listingKey(listing))) return []
    const rest = put(withoutListings(product, [listing]))
    if (own !== null) return [rest, put(recordOfFound(own))]
    const apart = apartAssignment({ listings: [listingKey(listing)], from: [id] })
    return [rest, { table: 'assignments', put: apart }]
  })

/** These listings are this product, whatever they were before. */
export const assignListings = (
  db: BrandDatabase,
  listings: readonly ListingRef[],
  id: string,
): Promise<Changed> =>
  act(db, 'assign listing', async () => {
    const keys = new Set(listings.map(listingKey))
    const isMeant = (one: ListingRef) => keys.has(listingKey(one))
    const claiming = await db.products.filter((one) => one.id === id || one.listings.some(isMeant)).toArray()
    return claiming.flatMap((product) => {
      const after = product.id === id ? withListings(product, listings) : withoutListings(product, listings)
      return isSame(product, after) ? [] : [put(after)]
    })
  })

/** What can be said of many products at once; what is left out stays as it was. `stream: ''` lets the kind say it again. */
export type ProductWords = {
  readonly kind?: Product['kind']
  readonly stream?: Product['stream']
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
}

/** Says the same of many products; found listings become products with it. */
export const changeProducts = (
  db: BrandDatabase,
  targets: ProductTargets,
  { kind, stream, addTags = [], removeTags = [] }: ProductWords,
): Promise<Changed> => {
  const isOfTags = kind === undefined && stream === undefined
  return changeAll(db, isOfTags ? 'tag products' : 'change products', targets, (product) => ({
    ...product,
    kind: kind ?? product.kind,
    stream: stream ?? product.stream,
    tags: [...new Set([...product.tags, ...addTags])].filter((tag) => !removeTags.includes(tag)),
  }))
}

const changeAll = (
  db: BrandDatabase,
  name: string,
  { ids, found }: ProductTargets,
  change: (product: Product) => Product,
): Promise<Changed> =>
  act(db, name, async () => {
    const known = [...(await recordsById(db, ids)).values()]
    const changed = known.flatMap((product) => {
      const after = change(product)
      return isSame(product, after) ? [] : [after]
    })
    return [...changed, ...found.map((one) => change(recordOfFound(one)))].map(put)
  })

export const archiveProducts = (db: BrandDatabase, targets: ProductTargets, archived: boolean) =>
  changeAll(db, archived ? 'archive products' : 'unarchive products', targets, (product) => ({
    ...product,
    archived,
  }))

/** The products go; their listings are found again, their sales stay. */
export const removeProducts = (db: BrandDatabase, ids: readonly string[]): Promise<Changed> =>
  act(db, 'remove products', async () => {
    const known = [...(await recordsById(db, ids)).values()]
    const pictures = known.flatMap(({ image }) => image ?? [])
    return [
      ...known.map(({ id }): Write<BrandRecords> => ({ table: 'products', remove: id })),
      ...(await unshown(db, pictures, new Set(ids))),
    ]
  })
/** Remembers that listings are not one product, not that product, or none at all. */
export const keepApart = (db: BrandDatabase, apart: readonly Apart[]): Promise<Changed> =>
  act(db, 'turn down proposals', async () => {
    const assignments = apart.map(apartAssignment)
    const known = await db.assignments.bulkGet(assignments.map(({ id }) => id))
    return assignments.flatMap((one, at) =>
      known[at] === undefined ? [{ table: 'assignments' as const, put: one }] : [],
    )
  })
