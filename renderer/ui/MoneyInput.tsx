import { useMemo, useState } from 'react'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { exponentOf } from '#shared/money/currencies.ts'
import { readTypedAmount, type TypedAmount } from '#shared/money/readTypedAmount.ts'
import { numberWriting } from '#shared/money/typedNumber.ts'
import { useFormat } from './format/FormatContext.tsx'
import { TypedField, type TypedFieldProps } from './TypedField.tsx'

type Props = TypedFieldProps & {
  /** ISO 4217 */
  readonly currency: string
  /** Minor units; null while there is none. */
  readonly value: number | null
  /** Called with each key; null for a text that is empty or no amount, and `as` says which. */
  readonly onChange: (value: number | null, as: TypedAmount['as']) => void
}

/** An amount, typed as people do: `12,50`, `1.200`, `3*12,50`. */
export function MoneyInput({ currency, value, onChange, error, ...field }: Props) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const writing = useMemo(() => numberWriting(format.locale), [format.locale])
  const [draft, setDraft] = useState<{ readonly text: string; readonly value: number | null } | null>(null)
  const [done, setDone] = useState(true)
  const written = value === null ? '' : format.amount(value, currency)
  // a value that came from elsewhere is shown instead of what was typed; a form may hold 0 and none for the same
  const text = draft !== null && (draft.value ?? 0) === (value ?? 0) ? draft.text : written
  const typed = readTypedAmount(text, currency, writing)
  const type = (next: string) => {
    const read = readTypedAmount(next, currency, writing)
    const amount = read.as === 'amount' ? read.minor : null
    setDraft({ text: next, value: amount })
    setDone(false)
    onChange(amount, read.as)
  }
  const finish = () => {
    setDone(true)
    if (typed.as !== 'unreadable') setDraft(null)
  }
  const failure = done && text !== written && typed.as === 'unreadable' ? typed.code : null
  return (
    <TypedField
      {...field}
      text={text}
      hint={done ? null : hintOf(typed)}
      unreadable={typed.as === 'unreadable'}
      doubtful={typed.as === 'amount' && typed.instead !== null}
      error={failure === null ? error : sentence(failure)}
      inputMode="decimal"
      figures
      rightSection={
        field.bare === true ? undefined : (
          <Text span size="xs" c="dimmed" aria-hidden>
            {currency}
          </Text>
        )
      }
      rightSectionWidth={46}
      onText={type}
      onDone={finish}
    />
  )

  function hintOf(read: TypedAmount): string | null {
    if (read.as !== 'amount') return null
    const amount = format.money(read.minor, currency)
    if (read.instead === null) return text === format.amount(read.minor, currency) ? null : amount
    return t('typed.amount.doubtful', { amount, instead: format.money(read.instead, currency) })
  }

  function sentence(code: Extract<TypedAmount, { as: 'unreadable' }>['code']): string {
    const example = format.amount(1250 * 10 ** Math.max(0, exponentOf(currency) - 2), currency)
    return t(`typed.amount.${code}`, { currency, example, count: exponentOf(currency) })
  }
}
