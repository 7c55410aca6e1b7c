import { Button } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { importDays } from '#data/importHistory.ts'
import type { BrandServices } from '#data/services.ts'
import type { ProductListing } from '#shared/book/partyQuestions.ts'
import type { Origin } from '#shared/book/questions.ts'
import { costOn } from '#shared/product/costOfSales.ts'
import type { Cost, Price } from '#shared/product/product.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useNames } from './useNames.ts'
import classes from './product.module.css'

type Props = {
  readonly db: BrandServices['db']
  readonly costs: readonly Cost[]
  readonly listings: readonly ProductListing[]
  readonly today: string
  readonly onAdd: (cost: Cost) => Promise<boolean>
}

/** What catalogues say a piece costs, to be taken over: always where it is the first cost, else from the day of the file. */
export function StatedCosts({ db, costs, listings, today, onAdd }: Props) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const names = useNames()
  const now = costOn(costs, today)
  const stated = statedCosts(listings).filter(
    ({ cost }) => cost.amount !== now?.amount || cost.currency !== now.currency,
  )
  const origins = stated.map(({ origin }) => origin)
  const days = useLiveQuery(
    async () => Promise.all(origins.map(async (origin) => (await importDays(db, [origin]))[0]?.day)),
    [db, JSON.stringify(origins)],
  )
  if (stated.length === 0) return null
  return (
    <ul className={classes.lines} aria-label={t('costs.stated')}>
      {stated.map(({ cost, account, titles }, at) => {
        const from = costs.length === 0 ? '' : (days?.[at] ?? today)
        const amount = format.money(cost.amount, cost.currency)
        return (
          <li key={`${cost.currency} ${cost.amount}`} className={classes.line}>
            <div className={classes.words}>
              {amount}
              <p className={classes.quiet}>
                <bdi>{t('costs.statedBy', { shop: names.shop(account), titles: titles.join(', ') })}</bdi>
              </p>
            </div>
            <Button
              variant="light"
              size="compact-xs"
              flex="none"
              disabled={days === undefined}
              aria-label={t('costs.takeLong', { amount })}
              onClick={() => void onAdd({ ...cost, from })}
            >
              {from === '' ? t('costs.take') : t('costs.takeFrom', { day: format.day(from) })}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

type Stated = {
  readonly cost: Price
  readonly account: string
  readonly origin: Origin
  readonly titles: readonly string[]
}

/** Each amount once, with the listings it is said of. */
function statedCosts(listings: readonly ProductListing[]): readonly Stated[] {
  const found = new Map<string, Stated>()
  for (const { cost, costOrigin, ref, title, sku } of listings) {
    if (!cost || !costOrigin) continue
    const key = `${cost.currency} ${cost.amount}`
    const before = found.get(key)
    found.set(key, {
      cost,
      account: before?.account ?? ref.account,
      origin: before?.origin ?? costOrigin,
      titles: [...(before?.titles ?? []), title || sku || ref.key],
    })
  }
  return [...found.values()]
}
