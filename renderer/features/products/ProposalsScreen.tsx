import { Button, Group, Text, Title } from '@mantine/core'
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { acceptListings, keepApart } from '#data/products.ts'
import type { BookClient, BrandServices } from '#data/services.ts'
import type { ProposalRow, ProposalsQuestion, ProposalSort } from '#shared/book/partyQuestions.ts'
import { countOf, isNothing, selectedFilter, type Selection } from '#shared/list/selection.ts'
import { listingKey } from '#shared/product/newProduct.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { EmptyList } from '#ui/list/EmptyList.tsx'
import { DataTable } from '#ui/table/DataTable.tsx'
import type { RowTarget } from '#ui/table/rowActions.ts'
import type { RowSource } from '#ui/table/rowCache.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import classes from './products.module.css'
import { proposalColumns } from './proposalColumns.tsx'
import { allRows } from './targets.ts'
import { useActs } from './useActs.ts'
import { useNames } from './useNames.ts'

export type ProposalsServices = Pick<BrandServices, 'db' | 'history'> & {
  readonly book: Pick<BookClient, 'proposals' | 'subscribe'>
}
type Props = { readonly services: ProposalsServices; readonly onBack: () => void }

const rowId = ({ key }: ProposalRow): string => key
const sorts = ['name', 'kind', 'evidence', 'units', 'gross'] as const satisfies readonly ProposalSort[]

/** What imports found and could be products: looked through, and accepted as a whole. */
export function ProposalsScreen({ services, onBack }: Props) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const names = useNames()
  const { book, db } = services
  const act = useActs(services)
  const [sort, setSort] = useState<ProposalsQuestion['sort']>({ by: 'gross', descending: true })
  const [chosen, setChosen] = useState<Selection | null>(null)
  const { answer } = useAnswer(
    book.subscribe,
    async () => {
      const { total, doubtful } = await book.proposals({ sort, from: 0, count: 0 })
      return { total, doubtful }
    },
    'all',
  )
  const total = answer?.total ?? 0
  // all but what a person has to look at first
  const selection: Selection = chosen ?? { all: true, except: new Set(answer?.doubtful) }
  const count = countOf(selection, total)
  const question = JSON.stringify(sort)
  const source = useMemo<RowSource<ProposalRow>>(
    () => (from, size) => book.proposals({ sort, from, count: size }),
    // a new answer is a new look at the same question
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [book, sort, answer],
  )
  const columns = useMemo(() => proposalColumns({ t, format, names }), [t, format, names])
  const selectedRows =
    (selected: Selection): RowSource<ProposalRow> =>
    (from, size) =>
      book.proposals({ ...selectedFilter(selected), sort, from, count: size })
  const accept = async (selected: Selection) => {
    const rows = await allRows(selectedRows(selected))
    const accepted = rows.map(({ product, name, sku, kind, listings }) => ({
      product: product?.id ?? null,
      name,
      sku,
      kind,
      listings: listings.map(({ ref }) => ref),
    }))
    const done = t('done.accepted', { count: rows.length, number: format.number(rows.length) })
    if (await act(acceptListings(db, accepted), done)) setChosen(null)
  }
  const reject = async ({ selection: selected, row }: RowTarget<ProposalRow>) => {
    const rows = row === undefined ? await allRows(selectedRows(selected)) : [row]
    const apart = rows.map(({ product, listings }) => {
      const keys = listings.map(({ ref }) => listingKey(ref))
      return { listings: keys, from: product === null ? (keys.length > 1 ? keys : []) : [product.id] }
    })
    await act(
      keepApart(db, apart),
      t('done.rejected', { count: rows.length, number: format.number(rows.length) }),
    )
  }
  return (
    <div className={classes.screen}>
      <Group justify="space-between" align="end">
        <div>
          <Title order={1}>{t('proposals.title')}</Title>
          <Text size="sm" c="dimmed" maw={720}>
            {t('proposals.text')}
          </Text>
        </div>
        <Group gap={8}>
          <Button variant="default" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={onBack}>
            {t('gone.back')}
          </Button>
          <Button disabled={isNothing(selection) || count === 0} onClick={() => void accept(selection)}>
            {t(count === total ? 'proposals.acceptAll' : 'proposals.accept', {
              count,
              number: format.number(count),
            })}
          </Button>
        </Group>
      </Group>
      <div className={classes.list}>
        <DataTable
          label={t('proposals.list')}
          columns={columns}
          rowId={rowId}
          source={source}
          question={question}
          sort={sort}
          onSort={({ by, descending }) => {
            const known = sorts.find((one) => one === by)
            if (known !== undefined) setSort({ by: known, descending })
          }}
          selection={selection}
          onSelection={setChosen}
          selectedRows={selectedRows}
          rowHeight={56}
          actions={(target) => [
            {
              id: 'accept',
              label: t('proposals.accept', { count: target.count, number: format.number(target.count) }),
              run: () => void accept(target.selection),
            },
            {
              id: 'reject',
              label: t(`proposals.reject.${rejected(target)}`),
              icon: <IconX size={14} />,
              inBar: true,
              run: () => void reject(target),
            },
          ]}
          empty={
            answer && (
              <EmptyList
                title={t('proposals.none')}
                text={t('proposals.noneText')}
                actions={[{ name: t('gone.back'), run: onBack }]}
              />
            )
          }
        />
      </div>
    </div>
  )
}

/** What turning it down says. */
function rejected({ row }: RowTarget<ProposalRow>): 'several' | 'product' | 'one' | 'alone' {
  if (row === undefined) return 'several'
  if (row.product !== null) return 'product'
  return row.listings.length > 1 ? 'one' : 'alone'
}
