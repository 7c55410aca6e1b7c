import classes from './Monogram.module.css'

/** The first letters of a brand's first two words, on its own colour. */
export function Monogram({ name }: { readonly name: string }) {
  return (
    <span className={classes.mark} aria-hidden>
      {lettersOf(name)}
    </span>
  )
}

export function lettersOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const letters = words.slice(0, 2).map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
  return letters.join('').toLocaleUpperCase()
}
