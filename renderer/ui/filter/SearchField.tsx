import { CloseButton, TextInput } from '@mantine/core'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './filter.module.css'

type SearchFieldProps = {
  /** What can be found, as its name and in the empty field. */
  readonly label: string
  readonly text: string
  readonly onChange: (text: string) => void
  /** The arrow down goes from here into the list. */
  readonly onLeave?: () => void
}

/** Shorter than the time between two letters, so that the list follows what is typed. Milliseconds. */
const pause = 30

/** Asks while the person types, but not for every letter. Escape empties it. */
export function SearchField({ label, text, onChange, onLeave }: SearchFieldProps) {
  const { t } = useTranslation('lists')
  const [typed, setTyped] = useState(text)
  const [asked, setAsked] = useState(text)
  if (asked !== text) {
    setAsked(text)
    setTyped(text)
  }
  const ask = useEffectEvent((wanted: string) => {
    setAsked(wanted)
    onChange(wanted)
  })
  useEffect(() => {
    if (typed === asked) return
    const later = setTimeout(() => ask(typed), pause)
    return () => clearTimeout(later)
  }, [typed, asked])
  return (
    <TextInput
      size="xs"
      className={classes.search ?? ''}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed === '' ? null : (
          <CloseButton size="xs" aria-label={t('filter.clearSearch')} onClick={() => setTyped('')} />
        )
      }
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') {
          setTyped('')
          event.stopPropagation()
        }
        if (event.key !== 'ArrowDown' || onLeave === undefined) return
        event.preventDefault()
        onLeave()
      }}
    />
  )
}
