import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentRow, DocumentsAnswer } from '#shared/book/documentQuestions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { EmptyList } from '#ui/list/EmptyList.tsx'
import { ListScreen } from '#ui/list/ListScreen.tsx'
import { useListScreen } from '#ui/list/useListScreen.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import { invoiceColumns } from './invoiceColumns.tsx'
import { invoiceFileColumns } from './invoiceExport.ts'
import { invoicesBook } from './invoicesBook.ts'
import { InvoicesFilters } from './InvoicesFilters.tsx'
import type { InvoicesServices } from './invoicesServices.ts'
import { askedOf, invoicesSearch, type InvoicesSearch } from './search.ts'
import { SelectionSums } from './SelectionSums.tsx'
import { useInvoiceActions } from './useInvoiceActions.ts'

type Props = {
  readonly services: InvoicesServices
  /** The brand's own. */
  readonly currency: string
  readonly search: InvoicesSearch
  readonly onSearch: (search: InvoicesSearch, replace?: boolean) => void
  readonly onOpen: (id: string) => void
  readonly onNew: (kind: 'quote' | 'invoice') => void
}

const rowId = ({ key }: DocumentRow): string => key

/** Every quote, invoice, credit note and draft: found, sorted, summed up and opened. */
export function InvoicesScreen({ services, currency, search, onSearch, onOpen, onNew }: Props) {
  const { t } = useTranslation(['invoices', 'documents'])
  const format = useFormat()
  const { book, lists } = services
  const today = services.today()
  const asked = askedOf(search, today, lists.read('documents').sort)
  const list = useListScreen({
    name: 'documents',
    states: lists,
    views: services.views,
    search,
    onSearch,
    read: (kept) => invoicesSearch.parse(kept),
    asked,
    book: invoicesBook(book, asked),
  })
  const { whole, selected, change } = list
  const { answer: currencies } = useAnswer(book.subscribe, () => currenciesIn(book, today), today)
  const columns = useMemo(() => invoiceColumns({ t, format, sums: whole?.sums ?? [] }), [t, format, whole])
  const actions = useInvoiceActions({ services, asked, onOpen, onDone: list.clearSelection })
  const isEmpty = whole?.total === 0 && !list.isFiltered
  return (
    <ListScreen
      list={list}
      title={t('title')}
      heading={whole === null || isEmpty ? ' ' : heading(whole)}
      columns={columns}
      file={{
        save: services.saveSheet,
        name: `${t('title')} ${today}`,
        title: t('title'),
        all: invoiceFileColumns(t),
      }}
      fresh={{ name: t('newInvoice'), onNew: () => onNew('invoice') }}
      tools={
        <Button variant="default" onClick={() => onNew('quote')}>
          {t('newQuote')}
        </Button>
      }
      filters={
        !isEmpty && (
          <InvoicesFilters
            services={services}
            currencies={ownFirst(currencies ?? [], currency)}
            search={search}
            onChange={change}
            onClear={list.clearFilters}
            onLeave={list.focus}
          />
        )
      }
      table={{
        label: t('list'),
        rowId,
        selectionSums: selected && <SelectionSums sums={selected.sums} />,
        actions,
        onOpen: ({ key }) => onOpen(key),
        empty: isEmpty ? (
          <EmptyList
            title={t('empty.none')}
            text={t('empty.noneText')}
            actions={[
              { name: t('newInvoice'), run: () => onNew('invoice'), isNext: true },
              { name: t('newQuote'), run: () => onNew('quote') },
            ]}
          />
        ) : (
          <EmptyList
            title={t('empty.noMatch')}
            text={t('empty.noMatchText')}
            actions={[{ name: t('empty.clear'), run: list.clearFilters }]}
          />
        ),
      }}
    />
  )
  /** How many, and what of it is still to be paid. */
  function heading({ total, sums, overdue }: Omit<DocumentsAnswer, 'rows'>): string {
    const open = sums.filter((sum) => sum.open > 0).map((sum) => format.money(sum.open, sum.currency))
    return [
      t('count', { count: total, number: format.number(total) }),
      ...(open.length === 0 ? [] : [t('toBePaid', { amounts: open.join(' + ') })]),
      ...(overdue === 0 ? [] : [t('overdue', { count: overdue, number: format.number(overdue) })]),
    ].join(' · ')
  }
}

/** Currencies documents are written in. */
async function currenciesIn(book: InvoicesServices['book'], today: string): Promise<readonly string[]> {
  const sort = { by: 'day', descending: true } as const
  return (await book.documents({ today, filter: {}, sort, from: 0, count: 0 })).sums.map(
    ({ currency }) => currency,
  )
}

const ownFirst = (currencies: readonly string[], own: string): readonly string[] =>
  currencies.toSorted((a, b) => Number(b === own) - Number(a === own))
