import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readTypedDecimal } from '#shared/money/readTypedDecimal.ts'
import { numberWriting } from '#shared/money/typedNumber.ts'
import { decimalAsWritten } from './format/decimal.ts'
import { useFormat } from './format/FormatContext.tsx'
import { TypedField, type TypedFieldProps } from './TypedField.tsx'

type Props = TypedFieldProps & {
  /** Plain decimal text (`12.5`); '' while there is none; what cannot be read stands in it as it was typed. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly as?: 'price' | 'number'
  /** Stands behind the number: `%`. */
  readonly sign?: string
}

/** A quantity, a share or a price finer than its currency, typed as people do: `12,50`, `3*4`. */
export function DecimalInput({ value, onChange, as = 'number', sign, error, ...field }: Props) {
  const { t } = useTranslation('ui')
  const { locale } = useFormat()
  const writing = useMemo(() => numberWriting(locale), [locale])
  const [draft, setDraft] = useState<{ readonly text: string; readonly value: string } | null>(null)
  const [done, setDone] = useState(true)
  const written = decimalAsWritten(value, writing)
  const text = draft !== null && draft.value === value ? draft.text : written
  const typed = readTypedDecimal(text, as, writing)
  const type = (next: string) => {
    const read = readTypedDecimal(next, as, writing)
    const kept = read.as === 'decimal' ? read.text : read.as === 'empty' ? '' : next
    setDraft({ text: next, value: kept })
    setDone(false)
    onChange(kept)
  }
  const hint = () => {
    if (done || typed.as !== 'decimal') return null
    const amount = decimalAsWritten(typed.text, writing)
    if (typed.instead === null) return text === amount ? null : amount
    return t('typed.amount.doubtful', { amount, instead: decimalAsWritten(typed.instead, writing) })
  }
  return (
    <TypedField
      {...field}
      text={text}
      hint={hint()}
      unreadable={typed.as === 'unreadable'}
      doubtful={typed.as === 'decimal' && typed.instead !== null}
      error={done && typed.as === 'unreadable' ? t('typed.number') : error}
      inputMode="decimal"
      figures
      rightSection={sign}
      onText={type}
      onDone={() => {
        setDone(true)
        if (typed.as !== 'unreadable') setDraft(null)
      }}
    />
  )
}
