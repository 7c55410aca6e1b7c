import { Button, Popover } from '@mantine/core'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import { useState, type ReactNode } from 'react'

type FilterBoxProps = {
  /** What is filtered by; what it is set to is said by its chip, so that the bar keeps its shape. */
  readonly name: string
  readonly active: boolean
  readonly children: (close: () => void) => ReactNode
}

/** A filter's button and the box it opens. */
export function FilterBox({ name, active, children }: FilterBoxProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          variant={active ? 'light' : 'default'}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-expanded={opened}
          aria-haspopup="dialog"
          data-filtered={active || undefined}
          onClick={() => setOpened(!opened)}
        >
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={name} p="sm">
        {children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  )
}
