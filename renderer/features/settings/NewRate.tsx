import { useState } from 'react'
import { Button, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Rate } from '#shared/book/questions.ts'
import { DayInput } from '#ui/DayInput.tsx'
import { Form } from '#ui/Form.tsx'
import { currencyChoices } from '#ui/places.ts'
import { readDraft, type RateDraft } from './rate.ts'
import classes from './settings.module.css'

type Props = {
  readonly currency: string
  readonly locale: string
  readonly today: string
  readonly onSave: (rate: Rate) => Promise<unknown>
}

export function NewRate({ currency, locale, today, onSave }: Props) {
  const { t } = useTranslation('settings')
  const [choices] = useState(() => currencyChoices(locale))
  const [draft, setDraft] = useState<RateDraft>({ from: null, to: currency, day: today, rate: '' })
  const [asked, setAsked] = useState(false)
  const read = readDraft(draft)
  const errorOf = (field: keyof RateDraft) =>
    asked && 'wrong' in read && read.wrong === field ? t(`rates.errors.${field}`) : undefined
  const set = (change: Partial<RateDraft>) => setDraft({ ...draft, ...change })
  const save = async () => {
    setAsked(true)
    if ('wrong' in read) return
    await onSave(read.rate)
    setAsked(false)
    set({ rate: '' })
  }
  return (
    <Form className={classes.newRate} onSubmit={() => void save()}>
      <Select
        label={t('rates.from')}
        data={choices}
        value={draft.from}
        error={errorOf('from')}
        searchable
        comboboxProps={{ keepMounted: false }}
        onChange={(from) => set({ from })}
      />
      <TextInput
        label={t('rates.costs')}
        inputMode="decimal"
        value={draft.rate}
        error={errorOf('rate')}
        placeholder="1.0847"
        onChange={({ currentTarget }) => set({ rate: currentTarget.value })}
      />
      <Select
        label={t('rates.to')}
        data={choices}
        value={draft.to}
        error={errorOf('to')}
        searchable
        comboboxProps={{ keepMounted: false }}
        onChange={(to) => set({ to })}
      />
      <DayInput
        label={t('rates.on')}
        value={draft.day}
        today={today}
        error={errorOf('day')}
        onChange={(day) => set({ day })}
      />
      <Button type="submit" size="sm">
        {t('rates.add')}
      </Button>
    </Form>
  )
}
