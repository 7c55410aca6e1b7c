import type { OpenApp } from './app.ts'
import { rareWord } from './orders.ts'
import { median } from './results.ts'
import type { Timing } from './screens.ts'

/** Every beginning of what a person types: a product's word, a name with an accent, an order's number. */
const typed = [rareWord, 'dörte', '3199998'].flatMap((text) =>
  Array.from(text, (_, at) => text.slice(0, at + 1)),
)

/** Asks the book itself, beside the window, what it finds for each letter typed. */
export async function timeSearch(
  { page }: OpenApp,
  rounds: number,
  isLoaded: () => Promise<unknown>,
): Promise<Timing> {
  await page.addInitScript(() => {
    const Native = window.Worker
    window.Worker = class extends Native {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options)
        if (options?.name === 'book') Object.assign(window, { benchBook: this })
      }
    }
  })
  await page.reload()
  await isLoaded()
  await page.evaluate(askBook, { path: 'summary', questions: [[]] }) // comes once the whole book is read
  const questions = typed.map((text) => [text, 20])
  const all: number[][] = []
  for (let round = 0; round < rounds; round++)
    all.push(await page.evaluate(askBook, { path: 'find', questions }))
  const slowest = typed
    .map((text, at) => ({ text, ms: median(all.map((times) => times[at] ?? 0)) }))
    .toSorted((a, b) => b.ms - a.ms)[0]
  return { name: `search as you type, slowest of ${typed.length} beginnings`, ms: slowest?.ms ?? 0 }
}

type Asked = { readonly path: string; readonly questions: readonly (readonly unknown[])[] }

/** Runs in the page, in the words of Comlink, which the book's worker speaks: milliseconds for each question. */
async function askBook({ path, questions }: Asked): Promise<number[]> {
  const book: unknown = Reflect.get(window, 'benchBook')
  if (!(book instanceof Worker)) throw new Error('the book was not started')
  const ask = (question: readonly unknown[]) =>
    new Promise<unknown>((resolve) => {
      const id = `bench ${Math.random()}`
      const listen = ({
        data,
      }: MessageEvent<{ readonly id: string; readonly type: string; readonly value: unknown }>) => {
        if (data.id !== id) return
        book.removeEventListener('message', listen)
        resolve(data.type === 'RAW' ? data.value : null)
      }
      book.addEventListener('message', listen)
      const argumentList = question.map((value) => ({ type: 'RAW', value }))
      book.postMessage({ id, type: 'APPLY', path: [path], argumentList })
    })
  const times: number[] = []
  for (const question of questions) {
    const began = performance.now()
    const found = await ask(question)
    times.push(performance.now() - began)
    if (found === null || found === undefined) throw new Error(`no answer to ${path} ${question.join(' ')}`)
  }
  return times
}
