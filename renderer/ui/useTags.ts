import type { Tagged } from '#shared/book/tags.ts'
import { useAnswer } from './useAnswer.ts'

type Book = {
  readonly tags: (on?: Tagged) => Promise<readonly string[]>
  readonly subscribe: (listener: (version: number) => void) => () => void
}
const none: readonly string[] = []

/** Every tag in use, for fields that take tags: the same word for the same thing. */
export const useTags = (book: Book): readonly string[] =>
  useAnswer(book.subscribe, () => book.tags(), '').answer ?? none
