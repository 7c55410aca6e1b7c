import { useState } from 'react'
import { Button, Group, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { handChannels } from '#shared/handSale/handSale.ts'
import type { HandChannel, HandSale } from '#shared/handSale/handSale.ts'
import { figuresOfHandSale, findHandSaleError } from '#shared/handSale/readHandSale.ts'
import { Card } from '#ui/Card.tsx'
import { DayInput } from '#ui/DayInput.tsx'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { allReadable, Form } from '#ui/Form.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { MoneyInput } from '#ui/MoneyInput.tsx'
import { currencyChoices } from '#ui/places.ts'
import { useTags } from '#ui/useTags.ts'
import { ClientField } from './ClientField.tsx'
import { newLine, streamOfChannel, tidied } from './drafts.ts'
import { LineFields } from './LineFields.tsx'
import type { RecordServices } from './RecordScreen.tsx'
import { useErrorText } from './useErrorText.ts'
import classes from './record.module.css'

type Props = {
  readonly services: RecordServices
  readonly sale: HandSale
  /** What is typed is kept under this name until it is saved. */
  readonly draftName: string
  readonly onCancel: () => void
  /** `another`: the next one is typed at once. */
  readonly onSave: (sale: HandSale, another: boolean) => Promise<void>
  readonly onRemove: (() => Promise<void>) | null
}

/** One sale with all that belongs to it; what it comes to stands beside it while it is typed. */
export function SaleForm({ services, sale, draftName, onCancel, onSave, onRemove }: Props) {
  const { t } = useTranslation(['record', 'sales'])
  const format = useFormat()
  const { db, today } = services
  const typed = useDraft(`sale ${draftName}`, sale)
  const { value: draft, set } = typed
  const [asked, setAsked] = useState(false)
  const [choices] = useState(() => currencyChoices(format.locale))
  const products = useLiveQuery(() => db.products.toArray(), [db]) ?? []
  const known = useTags(services.book)
  const errorText = useErrorText()
  const whole = tidied(draft)
  const error = findHandSaleError(whole)
  const figures = figuresOfHandSale(whole)
  const { currency } = draft
  const [fee] = draft.fees
  const [refund] = draft.refunds
  const save = async (another: boolean) => {
    setAsked(true)
    if (error !== null) return
    await typed.saving(() => onSave(whole, another)) // let go of before the next form of this name opens
  }
  const setChannel = (channel: HandChannel) =>
    set({
      channel,
      lines: draft.lines.map((line) =>
        line.stream === streamOfChannel(draft.channel) ? { ...line, stream: streamOfChannel(channel) } : line,
      ),
    })
  return (
    <Form className={classes.form} onSubmit={() => void save(false)}>
      <DraftNote draft={typed} />
      <Card title={t('what')}>
        <div className={classes.fields}>
          <DayInput
            label={t('day')}
            value={draft.day === '' ? null : draft.day}
            today={today()}
            onChange={(day) => set({ day: day ?? '' })}
          />
          <Select
            label={t('channel')}
            allowDeselect={false}
            data={handChannels.map((value) => ({ value, label: t(`sales:channels.${value}`) }))}
            value={draft.channel}
            comboboxProps={{ keepMounted: false }}
            onChange={(value) => setChannel((value ?? 'market') as HandChannel)}
          />
          <TextInput
            label={t(`account.${draft.channel}`)}
            value={draft.account}
            onChange={({ currentTarget }) => set({ account: currentTarget.value })}
          />
          <TextInput
            label={t('label')}
            value={draft.label}
            onChange={({ currentTarget }) => set({ label: currentTarget.value })}
          />
          <ClientField
            services={services}
            value={draft.client}
            onChange={(client) => set({ client: client?.id ?? null, buyerName: client?.name ?? '' })}
          />
          {draft.client === null && (
            <TextInput
              label={t('buyer')}
              value={draft.buyerName}
              onChange={({ currentTarget }) => set({ buyerName: currentTarget.value })}
            />
          )}
          <Select
            label={t('currency')}
            data={choices}
            value={currency}
            allowDeselect={false}
            searchable
            comboboxProps={{ keepMounted: false }}
            onChange={(value) => set({ currency: value ?? currency })}
          />
        </div>
      </Card>
      <Card title={t('lines')}>
        {draft.lines.map((line, at) => (
          <LineFields
            key={line.id}
            line={line}
            number={at + 1}
            currency={currency}
            products={products}
            onChange={(next) => set({ lines: draft.lines.with(at, next) })}
            onRemove={draft.lines.length > 1 ? () => set({ lines: draft.lines.toSpliced(at, 1) }) : null}
          />
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => set({ lines: [...draft.lines, newLine(draft.channel)] })}
        >
          {t('addLine')}
        </Button>
      </Card>
      <Card title={t('beside')}>
        <div className={classes.fields}>
          <MoneyInput
            label={t('shipping')}
            currency={currency}
            value={draft.shipping === 0 ? null : draft.shipping}
            onChange={(value) => set({ shipping: value ?? 0 })}
          />
          <MoneyInput
            label={t('tip')}
            currency={currency}
            value={draft.tip === 0 ? null : draft.tip}
            onChange={(value) => set({ tip: value ?? 0 })}
          />
          <MoneyInput
            label={t('fee')}
            currency={currency}
            value={fee === undefined || fee.amount === 0 ? null : fee.amount}
            onChange={(value) => set({ fees: [{ type: fee?.type ?? 'processing', amount: value ?? 0 }] })}
          />
          <MoneyInput
            label={t('tax')}
            currency={currency}
            value={draft.tax.amount === 0 ? null : draft.tax.amount}
            onChange={(value) => set({ tax: { ...draft.tax, amount: value ?? 0 } })}
          />
          <Switch
            className={classes.switch ?? ''}
            label={t('taxIncluded')}
            checked={draft.tax.included}
            onChange={({ currentTarget }) => set({ tax: { ...draft.tax, included: currentTarget.checked } })}
          />
          <MoneyInput
            label={t('refund')}
            currency={currency}
            value={refund === undefined || refund.amount === 0 ? null : refund.amount}
            onChange={(value) => set({ refunds: [{ day: refund?.day ?? today(), amount: value ?? 0 }] })}
          />
          {refund !== undefined && refund.amount > 0 && (
            <DayInput
              label={t('refundDay')}
              value={refund.day === '' ? null : refund.day}
              today={today()}
              onChange={(day) => set({ refunds: [{ ...refund, day: day ?? '' }] })}
            />
          )}
          <TagsInput
            label={t('tags')}
            data={[...known]}
            value={[...draft.tags]}
            onChange={(tags) => set({ tags })}
          />
        </div>
        <Textarea
          mt="sm"
          label={t('note')}
          autosize
          minRows={1}
          maxRows={6}
          value={draft.note}
          onChange={({ currentTarget }) => set({ note: currentTarget.value })}
        />
      </Card>
      <div className={classes.foot}>
        <p className={classes.sum} role="status">
          {figures === null
            ? t('sumNone')
            : t('sum', {
                gross: format.money(figures.gross, currency),
                kept: format.money(figures.kept, currency),
              })}
        </p>
        {asked && error !== null && (
          <p className={classes.error} role="alert">
            {errorText(error)}
          </p>
        )}
        <Group gap={8} justify="end">
          {onRemove !== null && (
            <Button variant="subtle" color="red" onClick={() => void onRemove()}>
              {t('remove')}
            </Button>
          )}
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          {onRemove === null && (
            <Button
              variant="default"
              onClick={({ currentTarget }) => {
                if (allReadable(currentTarget.form)) void save(true)
              }}
            >
              {t('saveAnother')}
            </Button>
          )}
          <Button type="submit">{t('save')}</Button>
        </Group>
      </div>
    </Form>
  )
}
