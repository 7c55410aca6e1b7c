import { useMemo, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Temporal } from 'temporal-polyfill'
import { dayWriting } from '#shared/calendar/dayWriting.ts'
import { readTypedDay, type DayContext, type TypedDay } from '#shared/calendar/readTypedDay.ts'
import { CalendarButton } from './CalendarButton.tsx'
import { useFormat } from './format/FormatContext.tsx'
import { TypedField, type TypedFieldProps } from './TypedField.tsx'

type Props = TypedFieldProps & {
  /** `YYYY-MM-DD`; null while there is none. */
  readonly value: string | null
  /** Null for a text that is empty or no day, and `as` says which. */
  readonly onChange: (value: string | null, as: TypedDay['as']) => void
  /** With each key, or once the person has finished. */
  readonly changes?: 'typing' | 'done'
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Where a day without a year, or a weekday, is looked for. */
  readonly lean?: DayContext['lean']
  /** Which day of a month or a year stands for it. */
  readonly edge?: DayContext['edge']
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** A day, typed as people do (`28.3.`, `last friday`, `-3d`), chosen in a calendar or stepped through with the arrow keys. */
export function DayInput(props: Props) {
  const {
    value,
    onChange,
    changes = 'typing',
    today,
    lean = 'past',
    edge = 'first',
    min,
    max,
    ...field
  } = props
  const { t } = useTranslation('ui')
  const format = useFormat()
  const writing = useMemo(() => dayWriting(format.locale), [format.locale])
  const [draft, setDraft] = useState<{ readonly text: string; readonly value: string | null } | null>(null)
  const [done, setDone] = useState(true)
  const written = value === null ? '' : format.day(value)
  const read = (text: string): TypedDay =>
    value !== null && text === written
      ? { as: 'day', day: value, instead: null }
      : readTypedDay(text, { today, writing, lean, edge })
  // a value that came from elsewhere is shown instead of what was typed
  const text = draft !== null && draft.value === value ? draft.text : written
  const typed = read(text)
  const outside = typed.as === 'day' ? outsideOf(typed.day, min, max) : null

  const change = (next: TypedDay) => {
    const day = next.as === 'day' && outsideOf(next.day, min, max) === null ? next.day : null
    if (day !== value || next.as !== 'day') onChange(day, next.as)
    return day
  }
  const type = (next: string) => {
    setDone(false)
    const day = changes === 'typing' ? change(read(next)) : value
    setDraft({ text: next, value: day })
  }
  const finish = () => {
    setDone(true)
    if (text === written) return setDraft(null)
    const wrong = typed.as === 'unreadable' || outside !== null
    const day = wrong && changes === 'done' ? value : change(typed)
    setDraft(wrong ? { text, value: day } : null)
  }
  const choose = (day: string | null) => {
    setDraft(null)
    change(day === null ? { as: 'empty' } : { as: 'day', day, instead: null })
  }
  const step = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const from = typed.as === 'day' ? Temporal.PlainDate.from(typed.day).add(by) : null
    const next = from?.toString() ?? today
    if (outsideOf(next, min, max) !== null) return
    setDone(false)
    choose(next)
  }
  return (
    <TypedField
      {...field}
      text={text}
      hint={done ? null : hintOf()}
      unreadable={typed.as === 'unreadable' || outside !== null}
      doubtful={typed.as === 'day' && typed.instead !== null}
      error={(done ? ownError() : null) ?? field.error}
      rightSection={
        <CalendarButton
          label={field.label}
          value={value}
          today={today}
          min={min}
          max={max}
          disabled={field.disabled === true}
          onChoose={choose}
        />
      }
      onText={type}
      onDone={finish}
      onKeyDown={step}
    />
  )

  function hintOf(): string | null {
    if (typed.as !== 'day') return null
    const day = format.fullDay(typed.day)
    return typed.instead === null ? day : t('typed.day.doubtful', { day, instead: format.day(typed.instead) })
  }

  function ownError(): string | null {
    if (typed.as === 'unreadable') return t('typed.day.unreadable', { example: format.day(today) })
    return outside === null ? null : t(`typed.day.${outside.code}`, { day: format.day(outside.bound) })
  }
}

const steps: { readonly [key: string]: Temporal.DurationLike | undefined } = {
  ArrowUp: { days: 1 },
  ArrowDown: { days: -1 },
  PageUp: { months: 1 },
  PageDown: { months: -1 },
}

function outsideOf(day: string, min: string | undefined, max: string | undefined) {
  if (min !== undefined && day < min) return { code: 'tooEarly', bound: min } as const
  return max !== undefined && day > max ? ({ code: 'tooLate', bound: max } as const) : null
}
