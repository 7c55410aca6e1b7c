import { Badge, Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { proposedClients } from '#data/proposedClients.ts'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { EmptyList } from '#ui/list/EmptyList.tsx'
import { ListScreen } from '#ui/list/ListScreen.tsx'
import { useListScreen } from '#ui/list/useListScreen.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import { byCurrency, clientFileColumns } from './clientExport.ts'
import { clientColumns } from './clientColumns.tsx'
import { ClientForm } from './ClientForm.tsx'
import { clientsBook, type ClientsSums } from './clientsBook.ts'
import { ClientsFilters } from './ClientsFilters.tsx'
import type { ClientsServices } from './clientsServices.ts'
import { ListDialog } from './ListDialog.tsx'
import { ProposalsDialog } from './ProposalsDialog.tsx'
import { askedOf, clientsSearch, type ClientsSearch } from './search.ts'
import { SelectionSums } from './SelectionSums.tsx'
import { useClientActions } from './useClientActions.tsx'
import { useClientNames } from './useClientNames.ts'

type Props = {
  readonly services: ClientsServices
  /** The brand's own. */
  readonly currency: string
  readonly search: ClientsSearch
  readonly onSearch: (search: ClientsSearch, replace?: boolean) => void
  readonly onOpen: (key: string) => void
  readonly onImport: () => void
}

const rowId = ({ key }: ClientRow): string => key

/** Everybody who bought, and everybody a person wrote down: found, sorted, told apart and put together. */
export function ClientsScreen({ services, currency, search, onSearch, onOpen, onImport }: Props) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  const names = useClientNames()
  const { book, lists } = services
  const today = services.today()
  const asked = askedOf(search, today, lists.read('clients').sort)
  const list = useListScreen({
    name: 'clients',
    states: lists,
    views: services.views,
    search,
    onSearch,
    read: (kept) => clientsSearch.parse(kept),
    asked,
    book: clientsBook(book, asked),
  })
  const { whole: sums, selected, change } = list
  const { answer: proposals } = useAnswer(book.subscribe, (isWanted) => proposedClients(book, isWanted), '')
  const [dialog, setDialog] = useState<'proposals' | null>(null)
  const columns = useMemo(
    () => clientColumns({ t, format, names, sums: sums?.sums ?? [], today }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the names change with the language, as t does
    [t, format, sums, today],
  )
  const actions = useClientActions({ services, asked, onOpen, onDone: list.clearSelection })
  const isEmpty = sums?.total === 0 && !list.isFiltered
  const onNew = () => change({ isNew: true })
  return (
    <>
      <ListScreen
        list={list}
        title={t('title')}
        heading={sums === null || isEmpty ? ' ' : heading(sums)}
        columns={columns}
        file={{
          save: services.saveSheet,
          name: `${t('title')} ${today}`,
          title: t('title'),
          all: clientFileColumns(t, names),
          expand: byCurrency,
        }}
        fresh={{ name: t('new'), onNew }}
        tools={
          proposals !== null &&
          proposals.length > 0 && (
            <Button
              variant="default"
              rightSection={<Badge size="sm">{format.number(proposals.length)}</Badge>}
              onClick={() => setDialog('proposals')}
            >
              {t('proposals.button')}
            </Button>
          )
        }
        filters={
          !isEmpty && (
            <ClientsFilters
              services={services}
              currency={currency}
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
          actions: actions.of,
          onOpen: ({ key }) => onOpen(key),
          empty: isEmpty ? (
            <EmptyList
              title={t('empty.none')}
              text={t('empty.noneText')}
              actions={[
                { name: t('empty.import'), run: onImport, isNext: true },
                { name: t('new'), run: onNew },
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
      {search.isNew === true && (
        <ClientForm
          services={services}
          client={null}
          draftName="new"
          onClose={() => change({ isNew: undefined }, true)}
          onSaved={onOpen}
        />
      )}
      {dialog === 'proposals' && (
        <ProposalsDialog services={services} proposals={proposals ?? []} onClose={() => setDialog(null)} />
      )}
      {actions.dialog !== null && <ListDialog book={book} {...actions.dialog} />}
    </>
  )
  function heading({ total, sums: perCurrency }: ClientsSums): string {
    const count = t('count', { count: total, number: format.number(total) })
    const [only, second] = perCurrency
    return only !== undefined && second === undefined
      ? t('countIn', { clients: count, currency: format.currencyName(only.currency) })
      : count
  }
}
