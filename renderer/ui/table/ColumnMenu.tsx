import { ActionIcon, Button, Checkbox, Popover, ScrollArea, Text, Tooltip } from '@mantine/core'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import IconColumns3 from '@tabler/icons-react/dist/esm/icons/IconColumns3.mjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asDesigned, type ColumnLayout } from '#shared/list/listState.ts'
import classes from './ColumnMenu.module.css'
import { inOrder, isShown, moved, withShown, type TableColumn } from './columns.ts'

type ColumnMenuProps = {
  readonly columns: readonly Pick<TableColumn<never>, 'id' | 'header' | 'optional' | 'fixed'>[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
}

/** Which columns a list shows and in which order; widths are changed at the headings themselves. */
export function ColumnMenu(props: ColumnMenuProps) {
  const { t } = useTranslation('lists')
  const [opened, setOpened] = useState(false)
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
        <Tooltip label={t('columns.button')} disabled={opened}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('columns.button')}
            aria-expanded={opened}
            aria-haspopup="dialog"
            onClick={() => setOpened(!opened)}
          >
            <IconColumns3 size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('columns.title')} p="xs">
        <ColumnChoices {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}

function ColumnChoices({ columns, layout, onLayout }: ColumnMenuProps) {
  const { t } = useTranslation('lists')
  const ordered = inOrder(columns, layout)
  const shown = ordered.filter((column) => isShown(column, layout)).length
  const move = (id: string, by: -1 | 1) => onLayout(moved(columns, layout, id, by))
  return (
    <>
      <ScrollArea.Autosize mah={380} type="auto">
        <ul className={classes.list}>
          {ordered.map((column, at) => {
            const { id, header, fixed } = column
            const isOn = isShown(column, layout)
            return (
              <li key={id} className={classes.item}>
                <Checkbox
                  size="xs"
                  radius="xs"
                  className={classes.name ?? ''}
                  label={header}
                  checked={isOn}
                  disabled={fixed === true || (isOn && shown === 1)}
                  onChange={({ currentTarget }) => onLayout(withShown(layout, id, currentTarget.checked))}
                />
                <Mover
                  label={t('columns.up', { column: header })}
                  disabled={at === 0}
                  onClick={() => move(id, -1)}
                >
                  <IconArrowUp size={14} aria-hidden />
                </Mover>
                <Mover
                  label={t('columns.down', { column: header })}
                  disabled={at === ordered.length - 1}
                  onClick={() => move(id, 1)}
                >
                  <IconArrowDown size={14} aria-hidden />
                </Mover>
              </li>
            )
          })}
        </ul>
      </ScrollArea.Autosize>
      <div className={classes.foot}>
        <Text size="xs" c="dimmed">
          {t('columns.hint')}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          flex="none"
          disabled={layout === asDesigned}
          onClick={() => onLayout(asDesigned)}
        >
          {t('columns.reset')}
        </Button>
      </div>
    </>
  )
}

type MoverProps = {
  readonly label: string
  readonly disabled: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}
/** Stays in the order of the Tab key at the ends of the list, so that the focus is never lost. */
function Mover({ label, disabled, onClick, children }: MoverProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      className={classes.mover ?? ''}
      aria-label={label}
      aria-disabled={disabled || undefined}
      data-disabled={disabled}
      onClick={() => disabled || onClick()}
    >
      {children}
    </ActionIcon>
  )
}
