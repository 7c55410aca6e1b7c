import { ActionIcon, Button, Menu } from '@mantine/core'
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { RowAction } from './rowActions.ts'
import { ActionItems } from './RowMenu.tsx'
import classes from './SelectionBar.module.css'

type SelectionBarProps = {
  readonly count: number
  readonly total: number
  readonly sums: ReactNode
  readonly actions: readonly RowAction[]
  readonly onCopy: () => void
  readonly onSelectAll: () => void
  readonly onClear: () => void
}

/** How many rows are selected, what they come to, and what can be done with them. Says so to a screen reader too. */
export function SelectionBar({
  count,
  total,
  sums,
  actions,
  onCopy,
  onSelectAll,
  onClear,
}: SelectionBarProps) {
  const { t } = useTranslation('lists')
  const format = useFormat()
  const said = t('table.selected', { count, number: format.number(count), total: format.number(total) })
  const shown = actions.filter(({ inBar }) => inBar === true)
  const others = actions.filter(({ inBar }) => inBar !== true)
  return (
    <section className={classes.bar} aria-label={t('table.selection')} data-empty={count === 0 || undefined}>
      <p className={classes.count} role="status">
        {count > 0 ? said : ''}
      </p>
      {count > 0 && (
        <>
          {count < total && (
            <Button variant="subtle" size="compact-xs" className={classes.all ?? ''} onClick={onSelectAll}>
              {t('table.selectAllOf', { number: format.number(total) })}
            </Button>
          )}
          <div className={classes.sums}>{sums}</div>
          <div className={classes.actions}>
            {shown.map(({ id, label, icon, danger, disabled, run }) => (
              <Button
                key={id}
                variant="default"
                size="compact-sm"
                leftSection={icon}
                disabled={disabled === true}
                className={classes.action ?? ''}
                {...(danger === true ? { c: 'red' } : {})}
                aria-label={label}
                onClick={run}
              >
                <span className={classes.word}>{label}</span>
              </Button>
            ))}
            <ActionIcon variant="subtle" color="gray" aria-label={t('table.copy')} onClick={onCopy}>
              <IconCopy size={16} />
            </ActionIcon>
            {others.length > 0 && (
              <Menu
                shadow="md"
                position="top-end"
                withInitialFocusPlaceholder={false}
                portalProps={{ target: 'main' }}
              >
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" aria-label={t('table.more')}>
                    <IconDots size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <ActionItems actions={others} />
                </Menu.Dropdown>
              </Menu>
            )}
            <ActionIcon variant="subtle" color="gray" aria-label={t('table.clear')} onClick={onClear}>
              <IconX size={16} />
            </ActionIcon>
          </div>
        </>
      )}
    </section>
  )
}
