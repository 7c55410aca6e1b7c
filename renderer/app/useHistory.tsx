import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { Reverted, RevertFailure } from '#data/history.ts'
import type { BrandServices } from '#data/services.ts'
import type { Result } from '#shared/result.ts'

type Way = 'undo' | 'redo'

/** Takes back and brings back what the person did last, and says what it was. In a text field the field's own typing. */
export function useHistory({ history }: BrandServices) {
  const { t } = useTranslation(['app', 'changes'])

  const say = (message: string, action?: { readonly name: string; readonly run: () => void }) => {
    notifications.clean() // what they offer to take back may be taken back by now
    notifications.show({
      id: 'history',
      autoClose: 8000,
      message: (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm">{message}</Text>
          {action !== undefined && (
            <Button variant="light" size="compact-sm" flex="none" onClick={action.run}>
              {action.name}
            </Button>
          )}
        </Group>
      ),
    })
  }
  const tell = (way: Way, result: Result<Reverted, RevertFailure> | null) => {
    if (result === null) return say(t(way === 'undo' ? 'history.nothing' : 'history.nothingBack'))
    if (!result.ok) return say(t(`history.${result.error.code}`))
    const { step, kept } = result.value
    const change = t(step.name as 'import', { ns: 'changes', defaultValue: step.name })
    const other: Way = way === 'undo' ? 'redo' : 'undo'
    const done = t(way === 'undo' ? 'history.undone' : 'history.redone', { change })
    say(kept === 0 ? done : `${done} ${t('history.kept', { count: kept })}`, {
      name: t(`history.${other}`),
      run: () => void move(other),
    })
  }
  const move = async (way: Way) => {
    const result = await (way === 'undo' ? history.undo() : history.redo())
    tell(way, result)
  }
  const act = (way: Way) => {
    if (isTyping()) document.execCommand(way) // there is no other way to ask a field for its own undo
    else void move(way)
  }
  return { undo: () => act('undo'), redo: () => act('redo') }
}

function isTyping(): boolean {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement)) return false
  const field = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
  const isText = field && !['checkbox', 'radio', 'button', 'range', 'color'].includes(focused.type)
  return (isText && !focused.readOnly) || focused.isContentEditable
}
