import { Button } from '@mantine/core'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useTranslation } from 'react-i18next'
import classes from './filter.module.css'
import type { FilterOption } from './ChoiceFilter.tsx'

/** One thing a list is filtered by. */
export type FilterChip = { readonly key: string; readonly label: string; readonly onRemove: () => void }

type FilterChipsProps = {
  readonly chips: readonly FilterChip[]
  readonly onClear: () => void
}

/** What is set, each to be taken away, and all of it at once; nothing where nothing is. */
export function FilterChips({ chips, onClear }: FilterChipsProps) {
  const { t } = useTranslation('lists')
  if (chips.length === 0) return null
  return (
    <div className={classes.chips} role="group" aria-label={t('filter.active')}>
      {chips.map(({ key, label, onRemove }) => (
        <Button
          key={key}
          variant="light"
          size="compact-sm"
          maw={320}
          rightSection={<IconX size={13} aria-hidden />}
          aria-label={t('filter.remove', { filter: label })}
          onClick={onRemove}
        >
          <bdi>{label}</bdi>
        </Button>
      ))}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onClear}>
        {t('filter.clear')}
      </Button>
    </div>
  )
}

/** More than this many chosen of one kind are told by their number. */
const mostSingly = 4

type Chosen = {
  readonly name: string
  readonly options: readonly FilterOption[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Words for chips: `Stream: Digital products`. */
export function useChips() {
  const { t } = useTranslation('lists')
  const chip = (name: string, value: string, onRemove: () => void): FilterChip => ({
    key: `${name} ${value}`,
    label: t('filter.one', { name, value }),
    onRemove,
  })
  return {
    chip,
    choiceChips: ({ name, options, chosen, onChange }: Chosen): readonly FilterChip[] => {
      if (chosen.length > mostSingly)
        return [chip(name, t('filter.several', { number: chosen.length }), () => onChange([]))]
      return chosen.map((value) => ({
        ...chip(name, options.find((option) => option.value === value)?.label ?? value, () =>
          onChange(chosen.filter((other) => other !== value)),
        ),
        key: `${name} ${value}`,
      }))
    },
  }
}
