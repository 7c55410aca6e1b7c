import { useState } from 'react'
import { Button, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { saveSeries } from '#data/documents/series.ts'
import type { DocumentKind } from '#shared/document/document.ts'
import {
  continueWith,
  findSeriesError,
  nextNumber,
  withPattern,
  type Series,
} from '#shared/document/series.ts'
import { Form } from '#ui/Form.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import type { BusinessServices } from './BusinessScreen.tsx'
import classes from './business.module.css'

type Props = {
  readonly services: BusinessServices
  readonly kind: DocumentKind
  readonly series: Series
  /** How many numbers it gave. */
  readonly given: number
}

const resets = ['never', 'year', 'month'] as const

/** The pattern of a series, when it begins anew, and the number it goes on with. */
export function SeriesForm({ services: { db, today, history }, kind, series, given }: Props) {
  const { t } = useTranslation(['business', 'documents'])
  const [pattern, setPattern] = useState(series.pattern)
  const [reset, setReset] = useState(series.reset)
  const now = nextNumber(series, today()).counter
  const [next, setNext] = useState(now)
  const described = { ...series, pattern, reset }
  const error = findSeriesError(described)
  // Another rule is another series: what was given under the old one keeps its own.
  const begun = reset === series.reset ? withPattern(series, pattern) : { ...described, last: [] }
  const going = next === now && reset === series.reset ? null : continueWith(begun, today(), next)
  const after = going === null ? begun : going.ok ? going.value : null
  const changed = pattern !== series.pattern || reset !== series.reset || next !== now
  const examples = error === null && after !== null ? examplesOf(after, today()) : []
  const save = async () => {
    if (error !== null || after === null) return
    const { seq } = await saveSeries(db, after)
    showUndo({
      id: `series ${kind}`,
      message: t('series.saved'),
      undo: t('documents:undo'),
      onUndo: () => void history.undoStep(seq),
    })
  }
  return (
    <Form onSubmit={() => void save()}>
      <div className={classes.seriesRow}>
        <TextInput
          label={t(`documents:kinds.${kind}`)}
          aria-label={t('series.patternOf', { kind: t(`documents:kinds.${kind}`) })}
          value={pattern}
          spellCheck={false}
          error={
            error === null
              ? undefined
              : t(`series.errors.${error.code}`, { text: 'text' in error ? error.text : '' })
          }
          onChange={({ currentTarget }) => setPattern(currentTarget.value)}
        />
        <Select
          label={t('series.reset')}
          data={resets.map((value) => ({ value, label: t(`series.resets.${value}`) }))}
          value={reset}
          disabled={given > 0}
          allowDeselect={false}
          comboboxProps={{ keepMounted: false }}
          onChange={(value) => setReset(resets.find((one) => one === value) ?? reset)}
        />
        <NumberInput
          label={t('series.next')}
          min={1}
          allowDecimal={false}
          value={next}
          error={
            going === null || going.ok
              ? undefined
              : t(`series.errors.${going.error.code}`, { last: 'last' in going.error ? going.error.last : 0 })
          }
          onChange={(value) => setNext(Number(value) || 0)}
        />
        {examples.length > 0 && (
          <p className={`${classes.whole} ${classes.examples}`}>
            {t('series.examples', { numbers: examples.join(', ') })}
          </p>
        )}
        {changed && (
          <Group gap="xs" className={classes.whole ?? ''}>
            <Button type="submit" size="compact-sm" disabled={error !== null || after === null}>
              {t('series.save')}
            </Button>
          </Group>
        )}
      </div>
    </Form>
  )
}

/** The next three numbers of today, and the first of the next year. */
function examplesOf(series: Series, today: string): readonly string[] {
  const found: string[] = []
  let current = series
  for (let count = 0; count < 3; count++) {
    const next = nextNumber(current, today)
    found.push(next.number)
    current = next.series
  }
  return [...found, '…', nextNumber(current, `${Number(today.slice(0, 4)) + 1}-01-01`).number]
}
