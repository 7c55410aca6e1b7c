import { useState } from 'react'
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { creditedOf } from '#data/documents/issue.ts'
import { uuidv7 } from '#data/uuid.ts'
import { deductionsOf, depositOf, invoiceOf, leftOf, type Draft } from '#shared/document/derive.ts'
import { itemsOf } from '#shared/document/totalsOf.ts'
import { DecimalInput } from '#ui/DecimalInput.tsx'
import { Form } from '#ui/Form.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { wordsOf } from '#ui/paper/words.ts'
import type { IssuedServices, Opened } from './issuedServices.ts'
import classes from './issued.module.css'
import type { IssuedActs } from './useIssuedActs.ts'

type Props = {
  readonly services: IssuedServices
  readonly opened: Opened
  readonly acts: IssuedActs
  readonly onClose: () => void
}
type Way = 'whole' | 'parts' | 'deposit'

/** An invoice from a quote: of what is left, of parts of it, or a deposit; deposits asked for before are taken off. */
export function InvoiceDialog({ services: { db }, opened, acts, onClose }: Props) {
  const { t } = useTranslation(['issued', 'documents'])
  const format = useFormat()
  const { document, around } = opened
  const { content } = document
  const [way, setWay] = useState<Way>('whole')
  const [percent, setPercent] = useState('30')
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const left = leftOf(document, around.followers)
  const items = itemsOf(content)
  const deductions = useLiveQuery(async () => {
    const deposits = around.followers.filter((one) => one.content.isDeposit)
    const used = new Set(around.followers.flatMap((one) => one.content.deducts.map((one) => one.document)))
    const credited = new Map<string, number>()
    for (const { id } of deposits) credited.set(id, await creditedOf(db, id))
    return deductionsOf(
      deposits.filter(({ id }) => !used.has(id)),
      (id) => credited.get(id) ?? 0,
    )
  }, [db, around])
  const quantities = new Map(
    items.map(({ id }) => [id, typed.get(id) ?? (way === 'parts' ? '0' : (left.get(id) ?? '0'))]),
  )
  const words = wordsOf(content.language, document.issued.seller.country)
  const make = (): Draft | null => {
    if (way === 'deposit') {
      const title = words.t('depositLine', {
        percent: words.percent(percent),
        number: document.issued.number,
      })
      return depositOf(document, percent, title, () => uuidv7())
    }
    const isWhole = way === 'whole' && items.every(({ id, quantity }) => left.get(id) === quantity)
    const chosen = way === 'whole' ? left : quantities
    if (![...chosen.values()].some((quantity) => quantity !== '0' && quantity !== '')) return null
    return invoiceOf(document, deductions ?? [], isWhole ? null : chosen)
  }
  const draft = deductions === undefined ? null : make()
  return (
    <Modal
      opened
      size={560}
      title={t('invoice.title', { number: document.issued.number })}
      closeButtonProps={{ 'aria-label': t('documents:close') }}
      onClose={onClose}
    >
      <Form onSubmit={() => draft !== null && void acts.begin(draft)}>
        <Stack gap="sm">
          <Radio.Group
            aria-label={t('invoice.way')}
            value={way}
            onChange={(next) => setWay(next === 'parts' || next === 'deposit' ? next : 'whole')}
          >
            <Stack gap={6}>
              <Radio data-autofocus value="whole" label={t('invoice.whole')} />
              <Radio value="parts" label={t('invoice.parts')} />
              <Radio value="deposit" label={t('invoice.deposit')} />
            </Stack>
          </Radio.Group>
          {way === 'deposit' && (
            <DecimalInput label={t('invoice.percent')} sign="%" value={percent} onChange={setPercent} />
          )}
          {way === 'parts' &&
            items.map(({ id, title, quantity }) => (
              <div key={id} className={classes.other}>
                <span>
                  <bdi>{title}</bdi>{' '}
                  <small>{t('invoice.leftOf', { left: left.get(id) ?? '0', quantity })}</small>
                </span>
                <DecimalInput
                  bare
                  size="xs"
                  label={t('invoice.quantityOf', { title })}
                  value={typed.get(id) ?? '0'}
                  onChange={(next) => setTyped(new Map([...typed, [id, next]]))}
                />
              </div>
            ))}
          {way !== 'deposit' &&
            deductions?.map(({ document: id, number, amount }) => (
              <Text key={id} size="sm">
                {t('invoice.deducts', { number, amount: format.money(amount, content.currency) })}
              </Text>
            ))}
          {draft === null && deductions !== undefined && (
            <Text size="sm" c="dimmed">
              {t('invoice.nothing')}
            </Text>
          )}
        </Stack>
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('documents:cancel')}
          </Button>
          <Button type="submit" disabled={draft === null}>
            {t('invoice.make')}
          </Button>
        </Group>
      </Form>
    </Modal>
  )
}
