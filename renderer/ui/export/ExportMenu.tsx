import { Button, Popover, SegmentedControl, Stack, Text } from '@mantine/core'
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mostRowsOfSheet, type SaveSheet, type SheetKind } from '#shared/sheet/sheetRequest.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { TableColumn } from '#ui/table/columns.ts'
import type { RowSource } from '#ui/table/rowCache.ts'
import { valued } from '#ui/table/tableText.ts'
import type { FileColumn } from './lines.ts'
import { useExport, type Progress } from './useExport.ts'

export type ExportMenuProps<Row> = {
  readonly save: SaveSheet
  /** `Sales 2024-03-30`: what the file is called, without its ending. */
  readonly name: string
  /** `Sales`: what the sheet is called. */
  readonly title: string
  readonly total: number
  readonly selected: number
  /** Everything that matches, or what of it is selected, in the order of the list. */
  readonly rowsOf: (what: 'all' | 'selected') => RowSource<Row>
  /** The columns as they are on the screen, from left to right. */
  readonly shown: readonly TableColumn<Row>[]
  /** All there is to say of a row. */
  readonly all: readonly FileColumn<Row>[]
  /** With all columns: a line for each part of a row. */
  readonly expand?: (row: Row) => readonly Row[]
}

/** Saves a list, or what is selected of it, as a table. A long one says how far it is and can be stopped. */
export function ExportMenu<Row>(props: ExportMenuProps<Row>) {
  const { t } = useTranslation('lists')
  const [opened, setOpened] = useState(false)
  const { progress, run, stop } = useExport(props.save)
  if (progress !== null) return <Stop progress={progress} onStop={stop} />
  const save = ({ what, columns, kind }: Choice) => {
    setOpened(false)
    const { name, title, rowsOf, shown, all, expand } = props
    const isAll = columns === 'all'
    void run({
      kind,
      name,
      title,
      source: rowsOf(what),
      columns: isAll ? all : valued(shown),
      ...(isAll && expand !== undefined ? { expand } : {}),
    })
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          disabled={props.total === 0}
          leftSection={<IconDownload size={14} aria-hidden />}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onClick={() => setOpened(!opened)}
        >
          {t('export.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('export.title')}>
        <Choices total={props.total} selected={props.selected} onSave={save} />
      </Popover.Dropdown>
    </Popover>
  )
}

type Choice = {
  readonly what: 'all' | 'selected'
  readonly columns: 'shown' | 'all'
  readonly kind: SheetKind
}
type ChoicesProps = {
  readonly total: number
  readonly selected: number
  readonly onSave: (choice: Choice) => void
}

function Choices({ total, selected, onSave }: ChoicesProps) {
  const { t } = useTranslation('lists')
  const format = useFormat()
  const [what, setWhat] = useState<Choice['what']>(selected > 0 ? 'selected' : 'all')
  const [columns, setColumns] = useState<Choice['columns']>('shown')
  const [kind, setKind] = useState<SheetKind>('xlsx')
  const rows = what === 'all' ? total : selected
  return (
    <Stack gap="sm" w={270}>
      {selected > 0 && (
        <Choose
          label={t('export.rows')}
          value={what}
          onChange={setWhat}
          options={[
            ['selected', t('export.selected', { number: format.number(selected) })],
            ['all', t('export.whole', { number: format.number(total) })],
          ]}
        />
      )}
      <Choose
        label={t('export.columns')}
        value={columns}
        onChange={setColumns}
        options={[
          ['shown', t('export.shown')],
          ['all', t('export.allColumns')],
        ]}
      />
      <Choose
        label={t('export.kind')}
        value={kind}
        onChange={setKind}
        options={[
          ['xlsx', t('export.xlsx')],
          ['csv', t('export.csv')],
        ]}
      />
      {kind === 'xlsx' && rows >= mostRowsOfSheet && (
        <Text size="xs" c="dimmed">
          {t('export.sheets', {
            most: format.number(mostRowsOfSheet - 1),
            number: format.number(Math.ceil(rows / (mostRowsOfSheet - 1))),
          })}
        </Text>
      )}
      <Button fullWidth onClick={() => onSave({ what, columns, kind })}>
        {t('export.save')}
      </Button>
    </Stack>
  )
}

type ChooseProps<V extends string> = {
  readonly label: string
  readonly value: V
  readonly onChange: (value: V) => void
  readonly options: readonly (readonly [value: V, label: string])[]
}
function Choose<V extends string>({ label, value, onChange, options }: ChooseProps<V>) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4} aria-hidden>
        {label}
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={label}
        data={options.map(([one, name]) => ({ value: one, label: name }))}
        value={value}
        onChange={(next) => {
          const known = options.find(([one]) => one === next)
          if (known !== undefined) onChange(known[0])
        }}
      />
    </div>
  )
}

function Stop({ progress, onStop }: { readonly progress: Progress; readonly onStop: () => void }) {
  const { t } = useTranslation('lists')
  const format = useFormat()
  const done = format.percent(
    progress.total === 0 ? 0 : Math.floor((progress.done / progress.total) * 100) / 100,
  )
  return (
    <Button variant="default" aria-label={t('export.stop', { done })} onClick={onStop}>
      {t('export.working', { done })}
    </Button>
  )
}
