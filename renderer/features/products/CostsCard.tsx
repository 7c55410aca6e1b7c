import { useState } from 'react'
import { ActionIcon, Button, Text } from '@mantine/core'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import { useTranslation } from 'react-i18next'
import type { BrandServices } from '#data/services.ts'
import type { ProductListing } from '#shared/book/partyQuestions.ts'
import { costOn } from '#shared/product/costOfSales.ts'
import type { Cost } from '#shared/product/product.ts'
import { Card } from '#ui/Card.tsx'
import { DayInput } from '#ui/DayInput.tsx'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { Form } from '#ui/Form.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { MoneyInput } from '#ui/MoneyInput.tsx'
import { StatedCosts } from './StatedCosts.tsx'
import classes from './product.module.css'

type Props = {
  readonly db: BrandServices['db']
  /** Id of the product: what is typed is kept for it until it is added. */
  readonly product: string
  readonly listings: readonly ProductListing[]
  readonly costs: readonly Cost[]
  readonly currency: string
  readonly today: string
  /** Answers whether it was kept. */
  readonly onAdd: (cost: Cost) => Promise<boolean>
  readonly onRemove: (cost: Cost) => void
}

/** What one piece costs its maker, from which day on; a sale counts with the cost of its own day. */
export function CostsCard({ db, product, costs, listings, currency, today, onAdd, onRemove }: Props) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const now = costOn(costs, today)
  return (
    <Card title={t('costs.title')} sub={t('costs.text')}>
      {costs.length > 0 && (
        <ul className={classes.lines}>
          {costs.toReversed().map((cost) => (
            <li key={cost.from} className={classes.line}>
              <div className={classes.words}>
                {format.money(cost.amount, cost.currency)}
                {cost === now && <span className={classes.quiet}> {t('costs.now')}</span>}
              </div>
              <span className={classes.quiet}>
                {cost.from === '' ? t('costs.always') : t('costs.since', { day: format.day(cost.from) })}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('costs.remove', { amount: format.money(cost.amount, cost.currency) })}
                onClick={() => onRemove(cost)}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <StatedCosts db={db} costs={costs} listings={listings} today={today} onAdd={onAdd} />
      <NewCost
        key={product}
        product={product}
        isFirst={costs.length === 0}
        currency={currency}
        today={today}
        onAdd={onAdd}
      />
    </Card>
  )
}

const nothing: { readonly amount: number | null; readonly from: string | null } = { amount: null, from: null }
type NewCostProps = Pick<Props, 'product' | 'currency' | 'today' | 'onAdd'> & { readonly isFirst: boolean }

/** The first cost counts always, until the person says since when. */
function NewCost({ product, isFirst, currency, today, onAdd }: NewCostProps) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const typed = useDraft(`cost of ${product}`, nothing)
  const { amount, from } = typed.value
  const [asked, setAsked] = useState(false)
  const isWrong = amount === null || amount < 0
  const save = async () => {
    setAsked(true)
    if (isWrong) return
    if (!(await onAdd({ currency, amount, from: from ?? (isFirst ? '' : today) }))) return
    setAsked(false)
    typed.startOver()
  }
  return (
    <Form className={classes.newCost} onSubmit={() => void save()}>
      {typed.isKept && (
        <div className={classes.wide}>
          <DraftNote draft={typed} />
        </div>
      )}
      <MoneyInput
        label={t('costs.amount')}
        currency={currency}
        value={amount}
        size="xs"
        error={asked && isWrong ? t('costs.wrong') : undefined}
        onChange={(value) => typed.set({ amount: value })}
      />
      <DayInput
        label={t('costs.from')}
        value={from}
        today={today}
        size="xs"
        placeholder={isFirst ? t('costs.always') : format.day(today)}
        onChange={(day) => typed.set({ from: day })}
      />
      <Button type="submit" variant="default" size="xs">
        {t('costs.add')}
      </Button>
      {isFirst && (
        <Text size="xs" c="dimmed" className={classes.wide ?? ''}>
          {t('costs.firstText')}
        </Text>
      )}
    </Form>
  )
}
