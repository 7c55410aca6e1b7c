import { accentShade, accentShades } from './theme/accent.ts'
import classes from './BrandMark.module.css'

type Props = {
  readonly name: string
  /** The brand's own colour, where it is not the one the window shows. */
  readonly accent?: string
  readonly logo: string | null
  /** Pixels of each side. */
  readonly size?: number
}

/** A brand's logo, or the first letters of its first two words on its own colour. */
export function BrandMark({ name, accent, logo, size = 32 }: Props) {
  const side = { width: size, height: size, borderRadius: size * 0.28 }
  if (logo !== null) return <img className={classes.logo} style={side} src={logo} alt="" />
  const colour = accent === undefined ? {} : { background: accentShades(accent)[accentShade] }
  return (
    <span className={classes.mark} style={{ ...side, ...colour, fontSize: size * 0.4 }} aria-hidden>
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
