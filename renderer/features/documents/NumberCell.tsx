import { memo, useState } from 'react'
import { readTypedDecimal } from '#shared/money/readTypedDecimal.ts'
import type { NumberWriting } from '#shared/money/typedNumber.ts'
import { decimalAsWritten } from '#ui/format/decimal.ts'
import classes from './lines.module.css'

type Props = {
  readonly label: string
  readonly cell: string
  readonly line: string
  readonly as: 'price' | 'number'
  /** Decimal text; what cannot be read stands in it as it was typed. */
  readonly value: string
  /** Shown at least, and what an empty field stands for. */
  readonly places: number
  readonly writing: NumberWriting
  readonly onChange: (value: string) => void
}

/** A number of a line, typed as people do: `12,50`, `3*4`. Light, for there may be hundreds. */
export const NumberCell = memo(function NumberCell(props: Props) {
  const { label, cell, line, as, value, places, writing, onChange } = props
  const [draft, setDraft] = useState<{ readonly text: string; readonly value: string } | null>(null)
  const written = as === 'price' && value === '0' ? '' : decimalAsWritten(value, writing, places)
  const text = draft !== null && draft.value === value ? draft.text : written
  const read = readTypedDecimal(text, as, writing)
  const type = (next: string) => {
    const typed = readTypedDecimal(next, as, writing)
    const kept = typed.as === 'decimal' ? typed.text : typed.as === 'empty' ? '0' : next
    setDraft({ text: next, value: kept })
    onChange(kept)
  }
  return (
    <input
      className={classes.figure}
      aria-label={label}
      aria-invalid={read.as === 'unreadable' || undefined}
      data-line={line}
      data-cell={cell}
      data-doubtful={(read.as === 'decimal' && read.instead !== null) || undefined}
      title={
        read.as === 'decimal' && read.instead !== null ? decimalAsWritten(read.text, writing) : undefined
      }
      inputMode="decimal"
      autoComplete="off"
      placeholder={decimalAsWritten('0', writing, places)}
      value={text}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onBlur={() => setDraft((now) => (now !== null && read.as !== 'unreadable' ? null : now))}
    />
  )
})
