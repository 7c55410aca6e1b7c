import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenBrand } from '#data/brands.ts'
import type { Api } from '#shared/ipc/contract.ts'
import { bring, createTestWorld, emptyStorage, openTestBrand } from './testWorld.ts'
import type { TestWorld } from './testWorld.ts'

const orders = readFileSync('tests/fixtures/commerce/etsy-sold-orders-2024.csv', 'utf8')
  .split('\n')
  .slice(0, 5)
  .join('\n')
const statement = readFileSync('tests/fixtures/commerce/etsy_statement_2024_3.csv', 'utf8')
  .split('\n')
  .slice(0, 8)
  .join('\n')

/** Counts every transaction and message; from the `last` one on, none is answered any more, as after a SIGKILL. */
const life = { steps: 0, last: Infinity }
const immortal = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction') ?? {}
beforeEach(async () => {
  await emptyStorage()
  Object.defineProperty(IDBDatabase.prototype, 'transaction', {
    ...immortal,
    value: function (this: IDBDatabase, ...request: readonly unknown[]): unknown {
      step()
      return Reflect.apply(immortal.value, this, request)
    },
  })
})
afterEach(() => {
  Object.defineProperty(IDBDatabase.prototype, 'transaction', immortal)
})

function step(): void {
  if (++life.steps > life.last) throw new DOMException('killed', 'UnknownError')
}

const mortal = (api: Api): Api =>
  new Proxy(api, {
    get: (target, name: keyof Api) => {
      const send: unknown = target[name]
      return async (...input: readonly unknown[]) => {
        step()
        return typeof send === 'function' ? send(...input) : undefined
      }
    },
  })

type Act = (world: TestWorld, open: OpenBrand) => Promise<unknown>
const acts: readonly (readonly [name: string, act: Act])[] = [
  ['an import', (world, open) => bring(world, open, { 'statement.csv': statement })],
  ['an undo', async (_, open) => open.undoImport((await open.db.imports.toCollection().first())?.id ?? '')],
]

test.each(acts)(
  '%s killed at any step leaves the brand as it was, or as it promised to be',
  async (_, act) => {
    const outcomes: ('before' | 'after')[] = []
    const { before, after } = await wholeRun(act)
    for (let last = 1; last < 500; last++) {
      const { finished, found, pages, held } = await killedRun(act, last)
      expect([before, after], `killed at step ${last}`).toContain(found)
      expect(pages, `killed at step ${last}`).toBe(held)
      outcomes.push(found === before ? 'before' : 'after')
      if (finished) break
    }
    expect(outcomes[0]).toBe('before')
    expect(outcomes.at(-1)).toBe('after')
    expect(outcomes).toEqual(outcomes.toSorted((a, b) => (a === b ? 0 : a === 'before' ? -1 : 1))) // once committed, it stays so
  },
)

async function begun() {
  await emptyStorage()
  Object.assign(life, { steps: 0, last: Infinity })
  const world = createTestWorld()
  const open = await openTestBrand({ ...world, api: mortal(world.api) })
  await bring(world, open, { 'orders.csv': orders })
  return { world, open }
}

const figures = async (open: OpenBrand) => JSON.stringify(await open.book.summary())

async function wholeRun(act: Act) {
  const { world, open } = await begun()
  const before = await figures(open)
  await act(world, open)
  const after = await figures(open)
  await open.close()
  expect(after).not.toBe(before)
  return { before, after }
}

async function killedRun(act: Act, last: number) {
  const { world, open } = await begun()
  Object.assign(life, { steps: 0, last })
  const outcome = await act(world, open).then(isDone, () => false)
  Object.assign(life, { last: Infinity })
  await open.close()
  const witnessed = world.witnessed.get(open.brand.id)
  const again = await openTestBrand(world)
  const found = await figures(again)
  const imports = await again.db.imports.toArray()
  const held = imports.reduce((sum, record) => sum + record.pages, 0)
  const pages = await again.db.pages.count()
  expect(pages, 'what the witness knows is there').toBeGreaterThanOrEqual(witnessed?.pages ?? 0)
  await again.close()
  return { finished: outcome, found, pages, held }
}

const isDone = (outcome: unknown): boolean =>
  !(typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false)
