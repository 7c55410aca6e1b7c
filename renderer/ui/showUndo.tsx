import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

type Undoable = {
  readonly id: string
  readonly message: string
  readonly undo: string
  readonly onUndo: () => void
}

/** Reports a change and offers to take it back. */
export function showUndo({ id, message, undo, onUndo }: Undoable): void {
  const takeBack = () => {
    notifications.hide(id)
    onUndo()
  }
  notifications.hide(id)
  notifications.show({
    id,
    autoClose: 8000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button variant="light" size="compact-sm" flex="none" onClick={takeBack}>
          {undo}
        </Button>
      </Group>
    ),
  })
}
