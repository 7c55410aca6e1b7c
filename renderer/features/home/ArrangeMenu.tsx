import { ActionIcon, Button, Popover, Switch, Text } from '@mantine/core'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import IconGripVertical from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs'
import IconLayoutList from '@tabler/icons-react/dist/esm/icons/IconLayoutList.mjs'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Arrangement,
  type CardId,
  designed,
  isShown,
  moved,
  movedTo,
  orderOf,
  withShown,
} from './arrangement.ts'
import { showUndo } from '#ui/showUndo.tsx'
import classes from './home.module.css'

type Props = { readonly arrangement: Arrangement; readonly onChange: (arrangement: Arrangement) => void }

/** Which cards Home shows, and in which order. */
export function ArrangeMenu({ arrangement, onChange }: Props) {
  const { t } = useTranslation('home')
  const [opened, setOpened] = useState(false)
  const [dragged, setDragged] = useState<CardId | null>(null)
  const order = orderOf(arrangement)
  const drag = (id: CardId) => ({
    draggable: true,
    'data-dragged': dragged === id || undefined,
    onDragStart: ({ dataTransfer }: DragEvent) => {
      dataTransfer.effectAllowed = 'move'
      setDragged(id)
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return
      event.preventDefault()
      if (dragged !== id) onChange(movedTo(arrangement, dragged, id))
    },
    onDragEnd: () => setDragged(null),
  })
  const reset = () => {
    onChange(designed)
    showUndo({
      id: 'arrangement',
      message: t('arrange.isReset'),
      undo: t('arrange.undo'),
      onUndo: () => onChange(arrangement),
    })
  }
  const isDesigned = arrangement.order.length === 0 && Object.keys(arrangement.visible).length === 0
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
          size="xs"
          variant="default"
          leftSection={<IconLayoutList size={15} aria-hidden />}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onClick={() => setOpened(!opened)}
        >
          {t('arrange.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('arrange.title')} p="sm">
        <Text fw={600} fz={13} mb={6}>
          {t('arrange.title')}
        </Text>
        <ol className={classes.cards} aria-label={t('arrange.cards')}>
          {order.map((id, at) => (
            <li key={id} {...drag(id)}>
              <IconGripVertical size={14} className={classes.grip} aria-hidden />
              <Switch
                size="xs"
                label={t(`arrange.names.${id}`)}
                checked={isShown(arrangement, id)}
                onChange={({ currentTarget }) => onChange(withShown(arrangement, id, currentTarget.checked))}
              />
              <ActionIcon.Group>
                <Move id={id} step={-1} disabled={at === 0} {...{ arrangement, onChange }} />
                <Move id={id} step={1} disabled={at === order.length - 1} {...{ arrangement, onChange }} />
              </ActionIcon.Group>
            </li>
          ))}
        </ol>
        <Button mt={8} size="compact-sm" variant="default" fullWidth disabled={isDesigned} onClick={reset}>
          {t('arrange.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

type MoveProps = Props & { readonly id: CardId; readonly step: -1 | 1; readonly disabled: boolean }

/** Stays reachable at the end of the list: a button that vanishes under the finger takes the focus with it. */
function Move({ arrangement, onChange, id, step, disabled }: MoveProps) {
  const { t } = useTranslation('home')
  const name = t(`arrange.names.${id}`)
  return (
    <ActionIcon
      variant="default"
      size={26}
      aria-label={t(step === -1 ? 'arrange.up' : 'arrange.down', { name })}
      aria-disabled={disabled}
      data-disabled={disabled}
      onClick={() => onChange(moved(arrangement, id, step))}
    >
      {step === -1 ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />}
    </ActionIcon>
  )
}
