import { Button, Checkbox, Popover, ScrollArea, Stack } from '@mantine/core'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'

export type FilterOption = { readonly value: string; readonly label: string }

/** A filter's button, which says what is chosen, and the box it opens. */
export function FilterBox(props: {
  readonly label: string
  readonly active: boolean
  readonly children: (close: () => void) => ReactNode
}) {
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
          variant={props.active ? 'light' : 'default'}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onClick={() => setOpened(!opened)}
          maw={260}
        >
          {props.label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={props.label} p="sm">
        {props.children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  )
}

type FilterMenuProps = {
  readonly label: string
  readonly options: readonly FilterOption[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any number of a few things: shops, streams, currencies. */
export function FilterMenu({ label, options, chosen, onChange }: FilterMenuProps) {
  const text = useFilterText()
  return (
    <FilterBox
      label={text(
        label,
        options.filter(({ value }) => chosen.includes(value)),
      )}
      active={chosen.length > 0}
    >
      {() => (
        <ScrollArea.Autosize mah={320} type="auto">
          <Checkbox.Group value={[...chosen]} onChange={onChange} aria-label={label}>
            <Stack gap={8} p={2} pe="md">
              {options.map((option) => (
                <Checkbox
                  key={option.value}
                  size="xs"
                  radius="xs"
                  value={option.value}
                  label={<bdi>{option.label}</bdi>}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        </ScrollArea.Autosize>
      )}
    </FilterBox>
  )
}

/** `Stream`, `Stream: Digital products`, `Stream: 3`. */
function useFilterText() {
  const { t } = useTranslation('sales')
  const format = useFormat()
  return (filter: string, chosen: readonly FilterOption[]): string => {
    const [only] = chosen
    if (only === undefined) return filter
    if (chosen.length === 1) return t('filter.one', { filter, value: only.label })
    return t('filter.several', { filter, count: chosen.length, number: format.number(chosen.length) })
  }
}
