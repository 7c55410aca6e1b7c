import type { Marked } from '#shared/search/marked.ts'
import classes from './palette.module.css'

/** A text with what was found in it marked, by itself whatever way it is written. */
export function MarkedText({ marked: { text, marks } }: { readonly marked: Marked }) {
  const ends = [0, ...marks.flat(), text.length]
  return (
    <bdi>
      {ends.slice(1).map((end, at) => {
        const part = text.slice(ends[at] ?? 0, end)
        if (part === '') return null
        return at % 2 === 1 ? (
          <mark key={end} className={classes.mark}>
            {part}
          </mark>
        ) : (
          part
        )
      })}
    </bdi>
  )
}
