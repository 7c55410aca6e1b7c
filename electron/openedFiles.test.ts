import { expect, test } from 'vitest'
import { openedFiles } from './openedFiles.ts'

test('a file that came before there was a window waits for it', () => {
  const opened = openedFiles(['/a.csv'])
  opened.add(['/b.csv'])
  let told = 0
  opened.tell(() => told++)
  expect(opened.take()).toEqual(['/a.csv', '/b.csv'])
  expect(opened.take()).toEqual([])
  opened.add([])
  expect(told).toBe(0)
  opened.add(['/c.csv'])
  expect(told).toBe(1)
  expect(opened.take()).toEqual(['/c.csv'])
})

test('more files than one import takes come one import after the other', () => {
  const opened = openedFiles(Array.from({ length: 250 }, (_, at) => `/${at}.csv`))
  expect(opened.take()).toHaveLength(200)
  expect(opened.take()).toHaveLength(50)
})
