import { z } from 'zod'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { formatVersion, manifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import type { Refusal } from './refusal.ts'
import { hasUnsafeKey } from './rows.ts'

const head = z.looseObject({
  format: z.literal('microbrand-backup'),
  formatVersion: z.number().int().positive(),
  schema: z.number().int().positive(),
})

/** Reads what a backup says of itself; `schema` is the newest this app knows. What is newer is refused before it is understood. */
export function readManifest(text: string, schema: number): Result<Manifest, Refusal> {
  const json = parse(text)
  if (hasUnsafeKey(json)) return err('unsafe-key')
  const said = head.safeParse(json)
  if (!said.success) return err('not-a-backup')
  if (said.data.formatVersion > formatVersion) return err('newer-format')
  if (said.data.schema > schema) return err('newer-schema')
  const read = manifest.safeParse(json)
  return read.success ? ok(read.data) : err('not-a-backup')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // not JSON, so not a manifest
  }
}
