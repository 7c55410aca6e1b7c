import type { Registry } from '#data/registry.ts'

/*
 * A restored brand lies in a database of its own, and a database is called like its brand. So that backups made before
 * and after belong together, the person's preferences note which brand it was first.
 */
const noteOf = (brandId: string) => `origin:${brandId}`

/** The id a brand had first, which its backups bear for ever. */
export const lastingId = async (registry: Registry, brandId: string): Promise<string> =>
  (await notedId(registry, brandId)) ?? brandId

/** The same, of a brand that was restored; nothing of one that bears its first id. */
export const notedId = async (registry: Registry, brandId: string): Promise<string | undefined> =>
  (await registry.preferences.get(noteOf(brandId)))?.value

export const originWrite = (brandId: string, lasting: string) =>
  ({ table: 'preferences', put: { id: noteOf(brandId), value: lasting } }) as const
