import { Button, Checkbox, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterBox } from './FilterBox.tsx'

export type FilterOption = { readonly value: string; readonly label: string }
export type ChoiceFilterProps = {
  readonly name: string
  readonly options: readonly FilterOption[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** From this many on, looking for one is quicker than reading them all. */
const many = 9
const mostDrawn = 200

/** Any number of some things: shops, streams, tags. A long list can be searched. */
export function ChoiceFilter({ name, options, chosen, onChange }: ChoiceFilterProps) {
  return (
    <FilterBox name={name} active={chosen.length > 0}>
      {() => <Choices name={name} options={options} chosen={chosen} onChange={onChange} />}
    </FilterBox>
  )
}

function Choices({ name, options, chosen, onChange }: ChoiceFilterProps) {
  const { t } = useTranslation('lists')
  const [text, setText] = useState('')
  const wanted = folded(text)
  const found = wanted === '' ? options : options.filter(({ label }) => folded(label).includes(wanted))
  const toggle = (value: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, value] : chosen.filter((other) => other !== value))
  return (
    <Stack gap={8} miw={190} maw={340}>
      {options.length >= many && (
        <TextInput
          data-autofocus
          size="xs"
          aria-label={t('filter.find', { name })}
          placeholder={t('filter.find', { name })}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={300} type="auto">
        <Stack gap={8} p={2} pe="md" role="group" aria-label={name}>
          {found.slice(0, mostDrawn).map(({ value, label }) => (
            <Checkbox
              key={value}
              size="xs"
              radius="xs"
              label={<bdi>{label}</bdi>}
              checked={chosen.includes(value)}
              onChange={({ currentTarget }) => toggle(value, currentTarget.checked)}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      {found.length === 0 && (
        <Text size="xs" c="dimmed" role="status">
          {t('filter.nothing')}
        </Text>
      )}
      {chosen.length > 0 && (
        <Group>
          <Button variant="subtle" size="compact-xs" onClick={() => onChange([])}>
            {t('filter.any')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

/** Accents and case do not count. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
