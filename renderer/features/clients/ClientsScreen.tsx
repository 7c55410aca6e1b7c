import { Badge, Button, Group, Text, Title } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import { countOf } from '#shared/list/selection.ts'
import type { ListView } from '#shared/list/views.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { ExportMenu } from '#ui/export/ExportMenu.tsx'
import { ColumnMenu } from '#ui/table/ColumnMenu.tsx'
import { shownColumns } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import type { TableSort } from '#ui/table/HeadRow.tsx'
import { SumList } from '#ui/table/SumList.tsx'
import { useList } from '#ui/table/useList.ts'
import { ViewsMenu } from '#ui/views/ViewsMenu.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { byCurrency, clientFileColumns } from './clientExport.ts'
import { clientColumns, minorOf } from './clientColumns.tsx'
import { ClientForm } from './ClientForm.tsx'
import { ClientsFilters } from './ClientsFilters.tsx'
import type { ClientsServices } from './clientsServices.ts'
import { ListDialog } from './ListDialog.tsx'
import { NoClients, NoMatch } from './NoClients.tsx'
import { ProposalsDialog } from './ProposalsDialog.tsx'
import { clientSorts, clientsSearch, lookOf, noFilter, questionOf, type ClientsSearch } from './search.ts'
import { useClientActions } from './useClientActions.tsx'
import { useClientNames } from './useClientNames.ts'
import { selectedClients, useClients, useSelectionSums } from './useClients.ts'
import classes from './clients.module.css'

type Props = {
  readonly services: ClientsServices
  readonly search: ClientsSearch
  readonly onSearch: (search: ClientsSearch, replace?: boolean) => void
  readonly onOpen: (key: string) => void
  readonly onImport: () => void
}

const rowId = ({ key }: ClientRow): string => key
const figures = ['gross', 'refunds', 'fees', 'kept'] as const

/** Everybody who bought, and everybody a person wrote down: found, sorted, told apart and put together. */
export function ClientsScreen({ services, search, onSearch, onOpen, onImport }: Props) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  const names = useClientNames()
  const { book, db, lists } = services
  const today = services.today()
  const asked = questionOf(search, today, sortKept(lists.read('clients').sort))
  const { source, question, sums } = useClients(book, asked)
  const { answer: proposals } = useAnswer(book.subscribe, () => book.clientProposals(), '')
  const [dialog, setDialog] = useState<'proposals' | null>(null)
  const columns = useMemo(
    () => clientColumns({ t, format, names, sums: sums?.sums ?? [], today }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the names change with the language, as t does
    [t, format, sums, today],
  )
  const {
    columns: arranged,
    onColumns,
    ...left
  } = useList(lists, 'clients', { question, scope: JSON.stringify({ ...asked, sort: null }) })
  const { layout, onLayout, selection, onSelection } = left
  const selected = useSelectionSums(book, asked, selection)
  const actions = useClientActions({
    services,
    asked,
    onOpen,
    onDone: () => onSelection({ all: false, keys: new Set() }),
  })
  const change = useCallback(
    (part: Partial<ClientsSearch>, replace?: boolean) => onSearch({ ...search, ...part }, replace),
    [onSearch, search],
  )
  const sortBy = ({ by, descending }: TableSort) => {
    const sort = clientSorts.find((known) => known === by)
    if (sort === undefined) return
    lists.keep('clients', { sort: { by, descending } })
    change({ sort, descending }, true)
  }
  const [views] = useState(() => services.views('clients'))
  const showView = (view: ListView | null) => {
    onSearch({ ...clientsSearch.parse(view?.search ?? {}), view: view?.id })
    if (view?.columns !== undefined) onColumns(view.columns)
  }
  const list = useRef<HTMLDivElement>(null)
  const isFiltered = Object.keys(noFilter).some((part) => search[part as keyof typeof noFilter] !== undefined)
  const isEmpty = sums?.total === 0 && !isFiltered
  return (
    <div className={classes.screen}>
      <Group justify="space-between" align="end">
        <div>
          <Title order={1}>{t('title')}</Title>
          <Text size="sm" c="dimmed" aria-live="polite">
            {sums === null ? ' ' : t('count', { count: sums.total, number: format.number(sums.total) })}
          </Text>
        </div>
        <Group gap={8}>
          {proposals !== null && proposals.length > 0 && (
            <Button
              variant="default"
              rightSection={<Badge size="sm">{format.number(proposals.length)}</Badge>}
              onClick={() => setDialog('proposals')}
            >
              {t('proposals.button')}
            </Button>
          )}
          <ViewsMenu
            store={views}
            current={search.view}
            look={{
              search: lookOf({ ...search, sort: asked.sort.by, descending: asked.sort.descending }),
              columns: arranged,
            }}
            onOpen={showView}
            onSaved={(id) => change({ view: id }, true)}
          />
          <ColumnMenu columns={columns} layout={layout} onLayout={onLayout} />
          <ExportMenu
            save={services.saveSheet}
            name={`${t('title')} ${services.today()}`}
            title={t('title')}
            total={sums?.total ?? 0}
            selected={countOf(selection, sums?.total ?? 0)}
            rowsOf={(what) => (what === 'all' ? source : selectedClients(book, asked)(selection))}
            shown={shownColumns(columns, layout)}
            all={clientFileColumns(t, names)}
            expand={byCurrency}
          />
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => change({ isNew: true })}>
            {t('new')}
          </Button>
        </Group>
      </Group>
      {!isEmpty && (
        <ClientsFilters
          services={services}
          search={search}
          onChange={change}
          onLeave={() => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus()}
        />
      )}
      <div className={classes.list} ref={list}>
        <DataTable
          label={t('list')}
          columns={columns}
          rowId={rowId}
          source={source}
          question={question}
          sort={asked.sort}
          onSort={sortBy}
          {...left}
          selectionSums={selected?.map(({ currency, figures: own }) => (
            <SumList
              key={currency}
              sums={figures.map((id) => ({
                name: t(`columns.${id}`),
                value: format.money(minorOf(id, own), currency),
                strong: id === 'kept',
              }))}
              unit={currency}
            />
          ))}
          selectedRows={selectedClients(book, asked)}
          actions={actions.of}
          onOpen={({ key }) => onOpen(key)}
          empty={
            isEmpty ? (
              <NoClients onImport={onImport} onNew={() => change({ isNew: true })} />
            ) : (
              <NoMatch onClear={() => change(noFilter)} />
            )
          }
        />
      </div>
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
      {actions.dialog !== null && <ListDialog db={db} {...actions.dialog} />}
    </div>
  )
}

function sortKept(sort: TableSort | undefined) {
  const by = clientSorts.find((known) => known === sort?.by)
  return sort === undefined || by === undefined ? undefined : { by, descending: sort.descending }
}
