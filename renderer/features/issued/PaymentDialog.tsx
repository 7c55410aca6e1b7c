import { useState } from 'react'
import {
  Anchor,
  Autocomplete,
  Button,
  Group,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { openInvoices, type OpenInvoice } from '#data/documents/related.ts'
import type { Payment } from '#shared/document/payment.ts'
import { allocated } from '#shared/document/settle.ts'
import { earlyPaymentOf } from '#shared/document/terms.ts'
import { DayInput } from '#ui/DayInput.tsx'
import { Form } from '#ui/Form.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { MoneyInput } from '#ui/MoneyInput.tsx'
import { Note } from '#ui/Note.tsx'
import { OtherInvoices } from './OtherInvoices.tsx'
import type { IssuedServices, Opened } from './issuedServices.ts'
import { savePayment } from './savePayment.ts'

type Props = { readonly services: IssuedServices; readonly opened: Opened; readonly onClose: () => void }

const now = () => new Date().toISOString()
const none: readonly OpenInvoice[] = []
const methods = ['bank', 'card', 'cash', 'processor', 'crypto', 'cheque'] as const

/** Money that came in: all of it, a part, more than asked (for other invoices, too), less as agreed, or given up. */
export function PaymentDialog({ services, opened, onClose }: Props) {
  const { t } = useTranslation(['issued', 'documents'])
  const format = useFormat()
  const { db, today } = services
  const { document, open } = opened
  const { content, issued, links } = document
  const { currency } = content
  const [kind, setKind] = useState<Exclude<Payment['kind'], 'discount'>>(open < 0 ? 'repayment' : 'payment')
  const [day, setDay] = useState<string | null>(today())
  const [amount, setAmount] = useState<number | null>(Math.abs(open))
  const [fee, setFee] = useState<number | null>(null)
  const [discount, setDiscount] = useState(0)
  const [method, setMethod] = useState('')
  const [words, setWords] = useState({ reference: '', note: '' })
  const [typed, setTyped] = useState<ReadonlyMap<string, number> | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { client } = links
  const found = useLiveQuery(
    async () => (client === null ? none : openInvoices(db, client, currency)),
    [db, client, currency],
  )
  const others = (found ?? none).filter((one) => one.document.id !== document.id)
  const money = (minor: number) => format.money(minor, currency)
  const early = earlyPaymentOf(content.earlyPayment, issued.day, issued.totals.payable)
  const isEarly =
    early !== null &&
    kind === 'payment' &&
    discount === 0 &&
    day !== null &&
    day <= early.until &&
    open === issued.totals.payable
  const paid = amount ?? 0
  const isOver = kind === 'payment' && paid > open && open > 0
  const rest = Math.max(0, paid - Math.max(0, open))
  const shares =
    typed ??
    new Map(
      allocated(
        rest,
        others.map((one) => ({ id: one.document.id, open: one.open })),
      ).map(({ id, share }) => [id, share]),
    )
  const save = async () => {
    if (day === null) return setProblem(t('refused.day'))
    setBusy(true)
    const own = kind === 'payment' && open > 0 ? Math.min(paid, open - discount) : paid
    const result = await savePayment(
      db,
      {
        kind,
        day,
        currency,
        amount: paid,
        fee: fee ?? 0,
        parts: [
          { id: document.id, share: own },
          ...(isOver ? [...shares].map(([id, share]) => ({ id, share })) : []),
        ],
        discount,
        client,
        method: methodOf(method),
        ...words,
      },
      now(),
    )
    setBusy(false)
    if (result.ok) return onClose()
    setProblem(t(`refused.${result.error.code}`))
  }
  const methodOf = (text: string) => methods.find((one) => t(`methods.${one}`) === text) ?? text.trim()
  return (
    <Modal
      opened
      size={560}
      title={t('payment.title', { number: issued.number })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('documents:close') }}
      onClose={onClose}
    >
      <Form onSubmit={() => void save()}>
        <Stack gap="sm">
          <SegmentedControl
            aria-label={t('payment.kind')}
            data={(['payment', 'writeOff', 'repayment'] as const).map((value) => ({
              value,
              label: t(`payments.kinds.${value}`),
            }))}
            value={kind}
            onChange={(next) => {
              setKind(next === 'writeOff' || next === 'repayment' ? next : 'payment')
              setDiscount(0)
            }}
          />
          <Text size="xs" c="dimmed">
            {t(`payment.text.${kind}`)}
          </Text>
          <Group grow align="start" gap="sm">
            <MoneyInput label={t('payment.amount')} currency={currency} value={amount} onChange={setAmount} />
            <DayInput label={t('payment.day')} value={day} today={today()} onChange={setDay} />
          </Group>
          <Text size="sm" role="status">
            {t('payment.left', { open: money(open), left: money(left(kind, open, paid, discount)) })}
          </Text>
          {isEarly && (
            <Text size="sm">
              {t('payment.early', { day: format.day(early.until), amount: money(early.payable) })}{' '}
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => {
                  setAmount(early.payable)
                  setDiscount(early.discount)
                }}
              >
                {t('payment.useEarly')}
              </Anchor>
            </Text>
          )}
          {discount > 0 && <Text size="sm">{t('payment.discounted', { amount: money(discount) })}</Text>}
          {isOver && (
            <OtherInvoices
              rest={rest}
              others={others}
              shares={shares}
              currency={currency}
              onChange={(id, share) => setTyped(new Map([...shares, [id, share]]))}
            />
          )}
          {kind !== 'writeOff' && (
            <Group grow align="start" gap="sm">
              <Autocomplete
                label={t('payment.method')}
                data={methods.map((one) => t(`methods.${one}`))}
                value={method}
                comboboxProps={{ keepMounted: false }}
                onChange={setMethod}
              />
              <MoneyInput label={t('payment.fee')} currency={currency} value={fee} onChange={setFee} />
            </Group>
          )}
          <Group grow align="start" gap="sm">
            <TextInput
              label={t('payment.reference')}
              value={words.reference}
              onChange={({ currentTarget }) => setWords({ ...words, reference: currentTarget.value })}
            />
            <TextInput
              label={t('payment.note')}
              value={words.note}
              onChange={({ currentTarget }) => setWords({ ...words, note: currentTarget.value })}
            />
          </Group>
          {problem !== null && (
            <Note tone="bad" role="alert">
              {problem}
            </Note>
          )}
        </Stack>
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('documents:cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('payment.save')}
          </Button>
        </Group>
      </Form>
    </Modal>
  )
}

/** What is open of this document afterwards, in minor units. */
const left = (kind: Payment['kind'], open: number, paid: number, discount: number): number =>
  kind === 'repayment' ? open + paid : open - Math.min(paid, Math.max(open - discount, 0)) - discount
