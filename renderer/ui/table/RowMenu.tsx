import { Menu } from '@mantine/core'
import { useState, type MouseEvent, type ReactElement, type ReactNode } from 'react'
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs'
import IconSelectAll from '@tabler/icons-react/dist/esm/icons/IconSelectAll.mjs'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { TableColumn } from './columns.ts'
import type { RowAction, RowTarget } from './rowActions.ts'
import { cellText } from './tableText.ts'
import type { useCopy } from './useCopy.ts'
import { rowUnder } from './useGridKeys.ts'

type RowMenuProps<Row> = {
  readonly columns: readonly TableColumn<Row>[]
  readonly targetAt: (index: number) => RowTarget<Row> | null
  readonly rowAt: (index: number) => Row | undefined
  readonly actions: (target: RowTarget<Row>) => readonly RowAction[]
  readonly copy: ReturnType<typeof useCopy<Row>>
  readonly onActive: (index: number) => void
  readonly onSelectAll?: () => void
  /** The list, which hears the right button. */
  readonly children: (onContextMenu: (event: MouseEvent) => void) => ReactElement
}
type At = { readonly index: number; readonly column: string | null }

/** The menu of the row under the pointer, or of the selection where the row is part of it. */
export function RowMenu<Row>(props: RowMenuProps<Row>) {
  const [at, setAt] = useState<At | null>(null)
  const [opened, setOpened] = useState(false)
  const find = (event: MouseEvent) => {
    const index = rowUnder(event.target)
    if (index === null || props.rowAt(index) === undefined) return event.preventDefault()
    const cell = event.target instanceof Element ? event.target.closest('[data-column]') : null
    setAt({ index, column: cell?.getAttribute('data-column') ?? null })
    props.onActive(index)
  }
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      shadow="md"
      width={230}
      position="bottom-start"
      returnFocus
      withInitialFocusPlaceholder={false}
      portalProps={{ target: 'main' }}
    >
      <Menu.ContextMenu>{props.children(find)}</Menu.ContextMenu>
      <Menu.Dropdown>{opened && at !== null && <Items {...props} at={at} />}</Menu.Dropdown>
    </Menu>
  )
}

function Items<Row>(props: Omit<RowMenuProps<Row>, 'children'> & { readonly at: At }) {
  const { t } = useTranslation('lists')
  const format = useFormat()
  const { at, columns, copy, actions, onSelectAll } = props
  const target = props.targetAt(at.index)
  if (target === null) return null
  const row = props.rowAt(at.index)
  const cell = columns.find(({ id }) => id === at.column)
  const text = row === undefined || cell?.value === undefined ? '' : cellText(cell.value(row), format)
  const own = actions(target)
  return (
    <>
      <ActionItems actions={own} />
      {own.length > 0 && <Menu.Divider />}
      <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => void copy.copyRows(target)}>
        {t('table.copyRows', { count: target.count, number: format.number(target.count) })}
      </Menu.Item>
      {cell !== undefined && text !== '' && (
        <Menu.Item leftSection={<Blank />} onClick={() => void copy.copyText(text)}>
          {t('table.copyCell', { column: cell.header })}
        </Menu.Item>
      )}
      {onSelectAll !== undefined && (
        <>
          <Menu.Divider />
          <Menu.Item leftSection={<IconSelectAll size={14} />} onClick={onSelectAll}>
            {t('table.selectAll')}
          </Menu.Item>
        </>
      )}
    </>
  )
}

/** Actions as the items of a menu. */
export function ActionItems({ actions }: { readonly actions: readonly RowAction[] }): ReactNode {
  return actions.map(({ id, label, icon, danger, disabled, run }) => (
    <Menu.Item
      key={id}
      leftSection={icon ?? <Blank />}
      disabled={disabled === true}
      {...(danger === true ? { color: 'red' } : {})}
      onClick={run}
    >
      {label}
    </Menu.Item>
  ))
}

const Blank = () => <span style={{ display: 'inline-block', width: 14 }} />
