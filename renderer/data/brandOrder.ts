import { commit } from './commit.ts'
import { brandRows } from './registry.ts'
import type { BrandRow, Registry } from './registry.ts'

/** Puts a brand at this place (from 0) among the others in the switcher. */
export async function moveBrand(registry: Registry, id: string, place: number): Promise<void> {
  const rows = (await brandRows(registry)).filter(({ deleted }) => !deleted)
  const moved = rows.find((row) => row.id === id)
  if (moved === undefined) return
  // a deleted brand keeps its place, but is not seen and so not counted
  const others = rows.filter((row) => row.id !== id)
  const next = others.filter(({ deletedAt }) => deletedAt === null)[place]
  const at = next === undefined ? others.length : others.indexOf(next)
  const puts = between(others, moved, at)
  await commit(
    registry,
    'move brand',
    puts.map((put) => ({ table: 'brands', put }) as const),
  )
}

/** A number between its neighbours': the others, with their logos, need not be written. */
function between(others: readonly BrandRow[], moved: BrandRow, at: number): readonly BrandRow[] {
  const [before, after] = [others[at - 1]?.order, others[at]?.order]
  const low = before ?? (after ?? 0) - 2
  const high = after ?? low + 2
  if (high - low > 1e-6) return [{ ...moved, order: (low + high) / 2 }]
  return [...others.slice(0, at), moved, ...others.slice(at)].map((row, order) => ({ ...row, order }))
}
