import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Watches by how many bytes a process and all it started grow; `null` where the system does not tell (other than Linux). */
export function watchMemory(pid: number): { readonly stop: () => number | null } {
  if (!existsSync(`/proc/${pid}/smaps_rollup`)) return { stop: () => null }
  const before = sizeOf(pid)
  let peak = before
  const timer = setInterval(() => (peak = Math.max(peak, sizeOf(pid))), 200)
  return {
    stop: () => {
      clearInterval(timer)
      return Math.max(peak, sizeOf(pid)) - before
    },
  }
}

/** Proportional set size in bytes: memory that processes share is divided among them. */
function sizeOf(pid: number): number {
  const parents = parentsOfAll()
  const mine = new Set([pid])
  for (let found = 0; found !== mine.size;) {
    found = mine.size
    for (const [child, parent] of parents) if (mine.has(parent)) mine.add(child)
  }
  return [...mine].reduce((sum, one) => sum + proportionalSize(one), 0)
}

function parentsOfAll(): readonly (readonly [number, number])[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/\) \w (\d+)/.exec(read(`/proc/${name}/stat`))?.[1])] as const)
}

const proportionalSize = (pid: number): number =>
  1024 * Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
