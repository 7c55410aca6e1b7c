import { matcherOf } from '#shared/assignments/matchRule.ts'
import type { Assigned, Ruled } from './assigned.ts'
import type { Book } from './book.ts'
import { streams } from './entry.ts'

/** What the enabled rules say, the first of them first. */
export function applyRules({ records, names }: Book): Ruled {
  const product = new Map<number, string>()
  const stream = new Map<number, number>()
  const tags = new Map<number, readonly string[]>()
  const tagsOfAccount = new Map<number, readonly string[]>()
  const streamOfAccount = new Uint8Array(names.accounts.texts.length)
  const rules = [...records.rules.values()]
    .filter(({ enabled }) => enabled)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  for (const { when, gives } of rules) {
    const matches = matcherOf(when)
    const code = gives.stream ? streams.indexOf(gives.stream) : 0
    names.listings.forEach(({ account, title, sku, key }, listing) => {
      const text = names.accounts.texts[account] ?? ''
      if (listing === 0 || key.startsWith('product:') || !matches({ account: text, title, sku })) return
      if (gives.product && !product.has(listing)) product.set(listing, gives.product)
      if (code > 0 && !stream.has(listing)) stream.set(listing, code)
      if (gives.tags) tags.set(listing, [...(tags.get(listing) ?? []), ...gives.tags])
    })
    if (when.sku || when.title) continue
    names.accounts.texts.forEach((text, account) => {
      if (account === 0 || !matches({ account: text, title: '', sku: '' })) return
      if (code > 0 && streamOfAccount[account] === 0) streamOfAccount[account] = code
      if (gives.tags) tagsOfAccount.set(account, [...(tagsOfAccount.get(account) ?? []), ...gives.tags])
    })
  }
  return { product, stream, tags, tagsOfAccount, streamOfAccount }
}

export function listingStreams(
  { records, placeOf }: Assigned['products'],
  ruled: ReadonlyMap<number, number>,
): Uint8Array {
  return Uint8Array.from(placeOf, (place, listing) => {
    const product = records[place - 1]
    if (product) return streams.indexOf(product.stream || product.kind)
    return ruled.get(listing) ?? 0
  })
}

export function listingTags(
  { records, members }: Assigned['products'],
  ruled: ReadonlyMap<number, readonly string[]>,
): ReadonlyMap<number, readonly string[]> {
  const tags = new Map(ruled)
  records.forEach((product, at) => {
    if (product.tags.length === 0) return
    for (const listing of members[at] ?? [])
      tags.set(listing, [...(tags.get(listing) ?? []), ...product.tags])
  })
  return tags
}
