import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#ui/Form.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { MoneyInput } from '#ui/MoneyInput.tsx'
import { FilterBox } from './FilterBox.tsx'

/** Minor units, both bounds included. */
export type AmountRange = { readonly from?: number | undefined; readonly to?: number | undefined }
type AmountFilterProps = {
  readonly name: string
  readonly currency: string
  /** With it, amounts can be asked for in one of them. */
  readonly currencies?: readonly string[]
  readonly range: AmountRange
  readonly onChange: (range: AmountRange, currency: string) => void
}

/** Amounts from one to another, or open to one side. */
export function AmountFilter({ name, range, onChange, ...currencies }: AmountFilterProps) {
  return (
    <FilterBox name={name} active={range.from !== undefined || range.to !== undefined}>
      {(close) => (
        <Bounds
          {...currencies}
          range={range}
          onChange={(next, currency) => {
            onChange(next, currency)
            close()
          }}
        />
      )}
    </FilterBox>
  )
}

function Bounds({ currencies = [], range, onChange, ...first }: Omit<AmountFilterProps, 'name'>) {
  const { t } = useTranslation('lists')
  const [currency, setCurrency] = useState(first.currency)
  const [from, setFrom] = useState(range.from ?? null)
  const [to, setTo] = useState(range.to ?? null)
  // typed the wrong way round, it is clear all the same what is meant
  const [low, high] = from !== null && to !== null && from > to ? [to, from] : [from, to]
  return (
    <Form
      onSubmit={() => {
        onChange({ from: low ?? undefined, to: high ?? undefined }, currency)
      }}
    >
      <Stack gap="sm" w={300}>
        {currencies.length > 1 && (
          <NativeSelect
            size="xs"
            label={t('filter.currency')}
            data={[...currencies]}
            value={currency}
            onChange={({ currentTarget }) => setCurrency(currentTarget.value)}
          />
        )}
        <Group grow gap="xs" align="start">
          <MoneyInput
            data-autofocus
            size="xs"
            label={t('filter.atLeast')}
            currency={currency}
            value={from}
            onChange={setFrom}
          />
          <MoneyInput size="xs" label={t('filter.atMost')} currency={currency} value={to} onChange={setTo} />
        </Group>
        <Group justify="flex-end" gap="xs">
          {(range.from !== undefined || range.to !== undefined) && (
            <Button variant="subtle" onClick={() => onChange({ from: undefined, to: undefined }, currency)}>
              {t('filter.any')}
            </Button>
          )}
          <Button type="submit">{t('filter.apply')}</Button>
        </Group>
      </Stack>
    </Form>
  )
}

/** `$10.00 – $50.00`, `at least $10.00`, `at most $50.00`; null where nothing is set. */
export function useAmountText() {
  const { t } = useTranslation('lists')
  const format = useFormat()
  return ({ from, to }: AmountRange, currency: string): string | null => {
    if (from !== undefined && to !== undefined)
      return t('filter.between', { from: format.money(from, currency), to: format.money(to, currency) })
    if (from !== undefined) return t('filter.since', { amount: format.money(from, currency) })
    return to === undefined ? null : t('filter.until', { amount: format.money(to, currency) })
  }
}
