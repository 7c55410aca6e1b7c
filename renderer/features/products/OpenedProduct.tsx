import { useState } from 'react'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import type { Filter, Rate } from '#shared/book/questions.ts'
import { IncomeCard } from '#ui/chart/IncomeCard.tsx'
import { FilterChips, useChips } from '#ui/filter/FilterChips.tsx'
import { usePeriodText } from '#ui/filter/PeriodFilter.tsx'
import { Note } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { saveChart } from '#ui/saveChart.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { Asked, ProductAnswer } from './askProduct.ts'
import { BuyersCard } from './BuyersCard.tsx'
import { costOfProduct } from './costOfProduct.ts'
import { CostsCard } from './CostsCard.tsx'
import { DetailsCard } from './DetailsCard.tsx'
import { EditCard } from './EditCard.tsx'
import { LastSalesCard } from './LastSalesCard.tsx'
import { ListingsCard } from './ListingsCard.tsx'
import { OffersCard } from './OffersCard.tsx'
import classes from './product.module.css'
import { ProductActions } from './ProductActions.tsx'
import { ProductFigures } from './ProductFigures.tsx'
import { ProductPick } from './ProductPick.tsx'
import { ProductPicture } from './ProductPicture.tsx'
import type { ProductScreenProps } from './ProductScreen.tsx'
import { useNames } from './useNames.ts'
import { usePageActs } from './usePageActs.ts'

export type OpenedProductProps = ProductScreenProps & {
  readonly asked: Asked
  readonly answer: ProductAnswer
  readonly currencies: readonly string[]
  readonly rates: readonly Rate[]
}

export function OpenedProduct(props: OpenedProductProps) {
  const { services, asked, answer, rates, currency: own, onSeeSales, onSeeClient } = props
  const { t } = useTranslation('products')
  const { t: tUi } = useTranslation('ui')
  const names = useNames()
  const { db, book } = services
  const { row, listings } = answer
  const product = useLiveQuery(
    async () => (row.isRecord ? ((await db.products.get(row.key)) ?? null) : null),
    [db, row.key, row.isRecord],
  )
  const { answer: tags } = useAnswer(book.subscribe, () => book.tags(), '')
  const [isEditing, setEditing] = useState(false)
  const [isAssigning, setAssigning] = useState(false)
  const acts = usePageActs(props)
  const { chip } = useChips()
  const period = usePeriodText()(props.search)
  const allTime = () => props.onSearch({ ...props.search, from: undefined, to: undefined })
  const filter: Filter = { ...asked.filter, products: [row.key] }
  const currencyFilter = asked.report.currency === undefined ? { currencies: [asked.currency] } : {}
  const cost = costOfProduct(answer, product?.costs ?? [], asked.currency, rates)
  const name = row.name || row.sku || t('unnamed')
  return (
    <Page
      mark={<ProductPicture db={db} image={row.image} kind={row.kind} size={60} />}
      title={
        <bdi className={classes.name} title={name}>
          {name}
        </bdi>
      }
      sub={
        <bdi>
          {[
            row.isRecord ? names.kind(row.kind || row.kindSold) : t('page.found'),
            row.sku,
            row.channels.map(names.channel).join(', '),
            row.archived ? t('filter.archived') : '',
          ]
            .filter((text) => text !== '')
            .join(' · ')}
        </bdi>
      }
      actions={
        <ProductActions
          {...props}
          acts={acts}
          isLoaded={Boolean(product)}
          onEdit={() => setEditing(true)}
          onAssign={() => setAssigning(!isAssigning)}
        />
      }
    >
      <div className={classes.page}>
        <FilterChips
          chips={period === null ? [] : [chip(t('page.period'), period, allTime)]}
          onClear={allTime}
        />
        {!row.isRecord && <Note tone="plain">{t('page.foundText')}</Note>}
        {isAssigning && (
          <ProductPick
            book={book}
            label={t('assign.label')}
            placeholder={t('pick.placeholder')}
            show="records"
            onChoose={(chosen) => void acts.assign(chosen)}
          />
        )}
        {answer.whole.length === 0 ? (
          <Note tone="plain">{t(period === null ? 'page.neverSold' : 'page.noSales')}</Note>
        ) : (
          <ProductFigures
            whole={answer.whole}
            currency={asked.currency}
            cost={cost}
            beside={asked.report.currency === undefined ? [] : answer.beside}
          />
        )}
        {answer.span !== null && answer.buckets.length > 0 && (
          <IncomeCard
            rows={answer.channels}
            buckets={answer.buckets}
            span={answer.span}
            currency={asked.currency}
            height={260}
            channelName={names.channel}
            onOpen={(days, channel) =>
              onSeeSales({
                ...days,
                ...currencyFilter,
                products: [row.key],
                ...(channel === undefined ? {} : { channels: [channel] }),
              })
            }
            onSave={(file) => void saveChart(services.api, `${name} ${asked.currency}`, file, tUi)}
          />
        )}
        <div className={classes.columns}>
          <div className={classes.side}>
            <ListingsCard
              book={book}
              row={row}
              listings={listings}
              onSplit={(listing, asProduct) => void acts.split(listing, asProduct)}
              onAdd={(found) => void acts.add(found)}
            />
            {answer.whole.length > 0 && (
              <LastSalesCard
                book={book}
                filter={filter}
                report={asked.report}
                onOpen={(sale) => onSeeSales({ ...filter, sale })}
                onSeeAll={() => onSeeSales(filter)}
              />
            )}
            <OffersCard book={book} productKey={row.key} />
          </div>
          <div className={classes.side}>
            {isEditing && product ? (
              <EditCard
                services={services}
                product={product}
                currency={own}
                tags={tags ?? []}
                onDone={() => setEditing(false)}
              />
            ) : (
              <DetailsCard row={row} product={product ?? null} />
            )}
            {product && (
              <CostsCard
                db={db}
                product={product.id}
                costs={product.costs}
                listings={listings}
                currency={product.costs.at(-1)?.currency ?? product.price?.currency ?? own}
                today={services.today()}
                onAdd={(added) => acts.addCost(product, added)}
                onRemove={(removed) => void acts.removeCost(product, removed)}
              />
            )}
            {answer.whole.length > 0 && (
              <BuyersCard book={book} filter={filter} report={asked.report} onOpen={onSeeClient} />
            )}
          </div>
        </div>
      </div>
    </Page>
  )
}
