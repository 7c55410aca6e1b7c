import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { Refusal } from './refusal.ts'

/*
 * One record as one line of JSON. What JSON cannot say is an object with a single key that begins with `$`:
 * `{"$bytes": "<sha256>"}` are the bytes of the entry of that name, `{"$entries": [[key, value], …]}` is an object one of
 * whose own keys begins with `$` or is `__proto__`.
 */

/** Nobody nests records this deep; what does is made to exhaust the reader. */
const deepest = 64

const isMarked = (key: string) => key.startsWith('$') || key === '__proto__'

/** All bytes within a record, to be named by their hash before it is written. */
export function bytesIn(value: unknown): readonly Uint8Array[] {
  if (value instanceof Uint8Array) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(bytesIn)
}

/** A record as a line without its end. A value the format has no word for is a bug, never left out silently. */
export const writeRow = (row: object, nameOf: (bytes: Uint8Array) => string): string =>
  JSON.stringify(marked(row, nameOf))

function marked(value: unknown, nameOf: (bytes: Uint8Array) => string): unknown {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (value instanceof Uint8Array) return { $bytes: nameOf(value) }
  if (Array.isArray(value)) return value.map((item) => marked(item, nameOf))
  if (!isPlain(value)) throw new TypeError('a record holds something a backup has no word for')
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => [key, marked(item, nameOf)] as const)
  return entries.some(([key]) => isMarked(key)) ? { $entries: entries } : Object.fromEntries(entries)
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null // an object of any realm, but of no class
}

/** A line that was read and found fit; `bytes` names the entries it needs before it can be stored. */
export type ReadRow = { readonly json: object; readonly bytes: readonly string[] }

export function readRow(line: string): Result<ReadRow, Refusal> {
  const bytes: string[] = []
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return err('bad-row')
  }
  const refused = findFault(json, bytes, 0)
  if (refused !== null) return err(refused)
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return err('bad-row')
  return ok({ json, bytes })
}

function findFault(value: unknown, bytes: string[], depth: number): Refusal | null {
  if (typeof value !== 'object' || value === null) return null
  if (depth > deepest) return 'bad-row'
  if (Array.isArray(value)) return firstFault(value, bytes, depth)
  const keys = Object.keys(value)
  if (keys.includes('__proto__')) return 'unsafe-key'
  if (!keys.some(isMarked)) return firstFault(Object.values(value), bytes, depth)
  if (keys.length !== 1) return 'bad-row'
  if ('$bytes' in value) {
    if (typeof value.$bytes !== 'string' || !/^[0-9a-f]{64}$/.test(value.$bytes)) return 'bad-row'
    bytes.push(value.$bytes)
    return null
  }
  if (!('$entries' in value) || !isEntries(value.$entries)) return 'bad-row'
  return firstFault(
    value.$entries.map(([, item]) => item),
    bytes,
    depth,
  )
}

function firstFault(items: readonly unknown[], bytes: string[], depth: number): Refusal | null {
  for (const item of items) {
    const fault = findFault(item, bytes, depth + 1)
    if (fault !== null) return fault
  }
  return null
}

const isEntries = (value: unknown): value is readonly (readonly [string, unknown])[] =>
  Array.isArray(value) &&
  value.every((item) => Array.isArray(item) && item.length === 2 && typeof item[0] === 'string')

/** The record a fit line stands for. Keys are data: they become own properties, whatever they are called. */
export function restoreRow({ json }: ReadRow, bytesOf: (hash: string) => Uint8Array): object {
  const restored = unmarked(json, bytesOf)
  return typeof restored === 'object' && restored !== null ? restored : {}
}

function unmarked(value: unknown, bytesOf: (hash: string) => Uint8Array): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => unmarked(item, bytesOf))
  if ('$bytes' in value && typeof value.$bytes === 'string') return bytesOf(value.$bytes)
  const entries = '$entries' in value && isEntries(value.$entries) ? value.$entries : Object.entries(value)
  return Object.fromEntries(entries.map(([key, item]) => [key, unmarked(item, bytesOf)]))
}

/** Whether `__proto__` is a key anywhere within, or it is nested too deep to look. */
export function hasUnsafeKey(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth > deepest || Object.keys(value).includes('__proto__')) return true
  return Object.values(value).some((item) => hasUnsafeKey(item, depth + 1))
}
