import { useState } from 'react'
import { Autocomplete, Button, Group, NumberInput, Select, Table } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { handChannels } from '#shared/handSale/handSale.ts'
import type { HandChannel, HandSale } from '#shared/handSale/handSale.ts'
import { findHandSaleError, figuresOfHandSale } from '#shared/handSale/readHandSale.ts'
import { DayInput } from '#ui/DayInput.tsx'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { Form } from '#ui/Form.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { MoneyInput } from '#ui/MoneyInput.tsx'
import { isBlank, newLine, newSale, streamOfChannel, tidied } from './drafts.ts'
import { withTitle } from './LineFields.tsx'
import type { RecordServices } from './RecordScreen.tsx'
import { useErrorText } from './useErrorText.ts'
import classes from './record.module.css'

type Props = {
  readonly services: RecordServices
  readonly currency: string
  readonly onCancel: () => void
  readonly onSave: (sales: readonly HandSale[]) => Promise<void>
}

const rowsAtFirst = 5
/** What is typed is kept under this name until it is saved. */
export const gridDraft = 'sales'
const now = () => new Date().toISOString()

/** A day at the market: one row a sale, a new row when the last one is begun, all saved at once. */
export function GridForm({ services, currency, onCancel, onSave }: Props) {
  const { t } = useTranslation(['record', 'sales'])
  const format = useFormat()
  const { db, today } = services
  const products = useLiveQuery(() => db.products.toArray(), [db]) ?? []
  const errorText = useErrorText()
  const [asked, setAsked] = useState(false)
  const [first] = useState(() => ({
    rows: Array.from({ length: rowsAtFirst }, () =>
      newSale({ currency, day: today() }, now()),
    ) as readonly HandSale[],
  }))
  const draft = useDraft(gridDraft, first)
  const { rows } = draft.value
  const set = (at: number, part: Partial<HandSale>) => {
    const row = rows[at]
    if (row === undefined) return
    const next = rows.with(at, { ...row, ...part })
    // Whoever begins the last row gets another one like it.
    draft.set({
      rows: at === rows.length - 1 ? [...next, newSale({ ...row, ...part }, now())] : next,
    })
  }
  const typed = rows.filter(({ lines }) => !lines.every(isBlank)).map(tidied)
  const wrong = typed
    .map((sale) => ({
      number: rows.findIndex(({ id }) => id === sale.id) + 1,
      error: findHandSaleError(sale),
    }))
    .find(({ error }) => error !== null)
  const kept = typed.reduce((sum, sale) => sum + (figuresOfHandSale(sale)?.kept ?? 0), 0)
  const save = async () => {
    setAsked(true)
    if (wrong !== undefined || typed.length === 0) return
    await onSave(typed)
    draft.forget()
  }
  const heads = ['day', 'channel', 'item', 'quantity', 'price', 'fee'] as const
  return (
    <Form className={classes.form} onSubmit={() => void save()}>
      <DraftNote draft={draft} />
      <div className={classes.grid}>
        <Table verticalSpacing={4} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head} scope="col">
                  {t(head)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((sale, at) => {
              const line = sale.lines[0] ?? newLine(sale.channel)
              const number = at + 1
              const setLine = (next: typeof line) => set(at, { lines: [next] })
              return (
                <Table.Tr key={sale.id}>
                  <Table.Td miw={140}>
                    <DayInput
                      size="xs"
                      bare
                      label={t('ofRow', { name: t('day'), number })}
                      value={sale.day === '' ? null : sale.day}
                      today={today()}
                      onChange={(day) => set(at, { day: day ?? '' })}
                    />
                  </Table.Td>
                  <Table.Td miw={130}>
                    <Select
                      size="xs"
                      aria-label={t('ofRow', { name: t('channel'), number })}
                      allowDeselect={false}
                      data={handChannels.map((value) => ({ value, label: t(`sales:channels.${value}`) }))}
                      value={sale.channel}
                      comboboxProps={{ keepMounted: false }}
                      onChange={(value) => {
                        const channel = (value ?? 'market') as HandChannel
                        set(at, { channel, lines: [{ ...line, stream: streamOfChannel(channel) }] })
                      }}
                    />
                  </Table.Td>
                  <Table.Td miw={170}>
                    <Autocomplete
                      size="xs"
                      aria-label={t('ofRow', { name: t('item'), number })}
                      data={[...new Set(products.map(({ name }) => name))]}
                      limit={50}
                      value={line.title}
                      comboboxProps={{ keepMounted: false }}
                      onChange={(title) => setLine(withTitle(line, title, products, currency))}
                    />
                  </Table.Td>
                  <Table.Td miw={64}>
                    <NumberInput
                      size="xs"
                      aria-label={t('ofRow', { name: t('quantity'), number })}
                      min={1}
                      allowDecimal={false}
                      allowNegative={false}
                      hideControls
                      value={line.quantity}
                      onChange={(value) => setLine({ ...line, quantity: Number(value) || 0 })}
                    />
                  </Table.Td>
                  <Table.Td miw={100}>
                    <MoneyInput
                      size="xs"
                      bare
                      label={t('ofRow', { name: t('price'), number })}
                      currency={currency}
                      value={line.unitPrice < 0 ? null : line.unitPrice}
                      onChange={(value) => setLine({ ...line, unitPrice: value ?? -1 })}
                    />
                  </Table.Td>
                  <Table.Td miw={90}>
                    <MoneyInput
                      size="xs"
                      bare
                      label={t('ofRow', { name: t('fee'), number })}
                      currency={currency}
                      value={sale.fees[0]?.amount || null}
                      onChange={(value) => set(at, { fees: [{ type: 'processing', amount: value ?? 0 }] })}
                    />
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
      <div className={classes.foot}>
        <p className={classes.sum} role="status">
          {t('gridSum', { count: typed.length, kept: format.money(kept, currency) })}
        </p>
        {asked && wrong?.error && (
          <p className={classes.error} role="alert">
            {t('rowWrong', { number: wrong.number, error: errorText(wrong.error) })}
          </p>
        )}
        <Group gap={8} justify="end">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={typed.length === 0}>
            {t('saveAll', { count: typed.length })}
          </Button>
        </Group>
      </div>
    </Form>
  )
}
