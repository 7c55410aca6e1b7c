import { Button, Text, Title } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { asDesigned } from '#shared/list/listState.ts'
import { countOf, nothing } from '#shared/list/selection.ts'
import { ExportMenu, type ExportMenuProps } from '#ui/export/ExportMenu.tsx'
import { ColumnMenu } from '#ui/table/ColumnMenu.tsx'
import { shownColumns } from '#ui/table/columns.ts'
import { DataTable, type DataTableProps } from '#ui/table/DataTable.tsx'
import { ViewsMenu, type ViewsMenuProps } from '#ui/views/ViewsMenu.tsx'
import classes from './list.module.css'

/** What `useListScreen` gives. */
type List<Row> = {
  readonly screen: Ref<HTMLDivElement>
  readonly box: Ref<HTMLDivElement>
  readonly whole: { readonly total: number } | null
  readonly views: ViewsMenuProps
  readonly selectedRows: NonNullable<DataTableProps<Row>['selectedRows']>
  readonly table: Pick<DataTableProps<Row>, TableParts>
}
type TableParts =
  | 'source'
  | 'question'
  | 'sort'
  | 'onSort'
  | 'selectedRows'
  | 'layout'
  | 'onLayout'
  | 'selection'
  | 'onSelection'
  | 'startAt'
  | 'onPlace'

export type ListScreenProps<Row> = {
  readonly list: List<Row>
  readonly title: string
  /** How many there are and in what; said when it changes. */
  readonly heading: ReactNode
  readonly columns: DataTableProps<Row>['columns']
  readonly file: Pick<ExportMenuProps<Row>, 'save' | 'name' | 'title' | 'all' | 'expand'>
  /** What is one more of them called, and how is it made. */
  readonly fresh: { readonly name: string; readonly onNew: () => void }
  /** Beside the tools every list has. */
  readonly tools?: ReactNode
  /** Nothing where there is nothing to filter. */
  readonly filters: ReactNode
  /** Between filters and list. */
  readonly note?: ReactNode
  /** Beside the list. */
  readonly pane?: ReactNode
  readonly table: Omit<DataTableProps<Row>, TableParts | 'columns'>
  readonly onKeyDownCapture?: (event: KeyboardEvent<HTMLDivElement>) => void
}

/** The frame of every list: what it is called, its tools, its filters, and the rows. */
export function ListScreen<Row>(props: ListScreenProps<Row>) {
  const { list, title, heading, columns, file, fresh, onKeyDownCapture } = props
  const { screen, box, views, selectedRows, table, whole } = list
  const { source, layout = asDesigned, onLayout, selection = nothing } = table
  const total = whole?.total ?? 0
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape comes up from whatever has the focus
    <div className={classes.screen} ref={screen} onKeyDownCapture={onKeyDownCapture}>
      <div className={classes.head}>
        <div className={classes.words}>
          <Title order={1}>{title}</Title>
          <Text size="sm" c="dimmed" aria-live="polite" lineClamp={2}>
            {heading}
          </Text>
        </div>
        <div className={classes.tools}>
          {props.tools}
          <ViewsMenu {...views} />
          {onLayout && <ColumnMenu columns={columns} layout={layout} onLayout={onLayout} />}
          <ExportMenu
            {...file}
            total={total}
            selected={countOf(selection, total)}
            rowsOf={(what) => (what === 'all' ? source : selectedRows(selection))}
            shown={shownColumns(columns, layout)}
          />
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={fresh.onNew}>
            {fresh.name}
          </Button>
        </div>
      </div>
      {props.filters}
      {props.note}
      <div className={classes.split}>
        <div className={classes.list} ref={box}>
          <DataTable {...props.table} {...table} columns={columns} />
        </div>
        {props.pane}
      </div>
    </div>
  )
}
