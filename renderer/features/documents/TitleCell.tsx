import classes from './lines.module.css'

type Props = {
  readonly line: string
  readonly label: string
  readonly value: string
  /** Products that begin so are shown under it. */
  readonly isOpen: boolean
  readonly placeholder?: string
  readonly onChange: (title: string) => void
  readonly onLeave: () => void
}

export const suggestionsOf = (line: string): string => `products-${line}`

/** What a line is for: free words, or the beginning of a product's name. */
export function TitleCell({ line, label, value, isOpen, placeholder, onChange, onLeave }: Props) {
  return (
    <input
      className={classes.words}
      role="combobox"
      aria-label={label}
      aria-autocomplete="list"
      aria-expanded={isOpen}
      aria-controls={isOpen ? suggestionsOf(line) : undefined}
      data-line={line}
      data-cell="title"
      autoComplete="off"
      placeholder={placeholder}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onBlur={onLeave}
    />
  )
}
