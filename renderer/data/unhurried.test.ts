import { expect, test } from 'vitest'
import { createUnhurried } from './unhurried.ts'

/** A clock that goes on only while somebody rests, and a worker that answers when it is told to. */
function world() {
  let time = 0
  const said: string[] = []
  const waiting: { readonly name: string; readonly answer: () => void }[] = []
  const { hurried, unhurried } = createUnhurried(
    () => time,
    async (rest) => {
      time += rest
      await new Promise((resolve) => setTimeout(resolve))
    },
  )
  const worker = (name: string) => {
    said.push(`ask ${name}`)
    return new Promise<string>((resolve) =>
      waiting.push({ name, answer: () => (said.push(`answer ${name}`), resolve(name)) }),
    )
  }
  const answer = async (name: string, takes = 0) => {
    time += takes
    waiting.find((one) => one.name === name)?.answer()
    await settled()
  }
  return {
    said,
    answer,
    hurry: hurried(worker),
    later: (name: string, isWanted = () => true) => unhurried(isWanted, () => worker(name)),
    now: () => time,
  }
}
const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve))
}

test('what somebody waits for is asked at once, what fills in beside goes after it and one by one', async () => {
  const { said, answer, hurry, later } = world()
  void hurry('mix')
  const top = later('top')
  void later('days')
  await settled()
  expect(said).toEqual(['ask mix'])
  await answer('mix')
  expect(said).toEqual(['ask mix', 'answer mix', 'ask top'])
  await answer('top')
  expect(await top).toBe('top')
  expect(said.at(-1)).toBe('ask days')
})

test('a question that took long is not asked in the middle of somebody clicking', async () => {
  const { said, answer, hurry, later, now } = world()
  void later('top')
  await settled()
  await answer('top', 100)
  void hurry('mix')
  await settled()
  await answer('mix')
  const clicked = now()
  void later('days')
  while (!said.includes('ask days')) await settled()
  expect(now() - clicked).toBeGreaterThanOrEqual(100)
})

test('what is not wanted any more is not asked, and holds nobody up', async () => {
  const { said, answer, hurry, later } = world()
  let isWanted = true
  void hurry('mix')
  void later('old', () => isWanted)
  void later('new')
  await settled()
  isWanted = false
  await answer('mix')
  expect(said).toEqual(['ask mix', 'answer mix', 'ask new'])
})

test('a question that fails tells who asked, and the next one is asked all the same', async () => {
  const { unhurried } = createUnhurried(
    () => 0,
    async () => {},
  )
  const failed = unhurried(
    () => true,
    () => Promise.reject(new Error('damaged')),
  )
  const next = unhurried(
    () => true,
    () => Promise.resolve(1),
  )
  await expect(failed).rejects.toThrow('damaged')
  expect(await next).toBe(1)
})
