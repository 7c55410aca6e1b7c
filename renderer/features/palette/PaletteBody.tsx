import { useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from 'react'
import { VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { useTranslation } from 'react-i18next'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import type { Row } from './entry.ts'
import classes from './palette.module.css'
import type { PaletteProps } from './Palette.tsx'
import { PaletteFooter } from './PaletteFooter.tsx'
import { PaletteList } from './PaletteList.tsx'
import { useFindings } from './useFindings.ts'
import { useRecent } from './useRecent.ts'
import { useRows } from './useRows.ts'

type Props = Omit<PaletteProps, 'store' | 'onClose'> & {
  readonly text: string
  readonly onChoose: (row: Row, inList: boolean) => void
}

/** The field and what is found, while the palette is open. The focus stays in the field; the arrows choose. */
export function PaletteBody({ book, recent, places, entries, mac, text, onChoose }: Props) {
  const { t } = useTranslation('palette')
  const list = useId()
  const before = useRecent(recent, book)
  const found = useFindings(book.find, text)
  const groups = useRows({ entries, recent: before, places })(found)
  const rows = groups.flatMap((group) => group.rows)
  // a new text is begun at its first row
  const [chosen, setChosen] = useState({ text: '', at: 0 })
  const at = chosen.text === found.text ? Math.min(chosen.at, rows.length - 1) : 0
  const choose = (place: number) => setChosen({ text: found.text, at: place })
  const selected = rows[at]
  const [waiting, setWaiting] = useState<{ readonly text: string; readonly inList: boolean } | null>(null)

  const isFresh = found.text === text
  const onAnswer = useEffectEvent(() => {
    if (waiting?.text === text && selected !== undefined) onChoose(selected, waiting.inList)
    setWaiting(null)
  })
  useEffect(() => {
    if (isFresh && waiting !== null) onAnswer()
  }, [isFresh, waiting])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined && rows.length > 0) choose((at + move + rows.length) % rows.length)
    if (event.key !== 'Enter') return
    const inList = event.ctrlKey || event.metaKey
    // who types and presses Enter at once means what will be found, not what still stands there
    if (!isFresh) setWaiting({ text, inList })
    else if (selected !== undefined) onChoose(selected, inList)
  }
  const idOf = (place: number) => `${list}-${place}`
  return (
    <>
      <Spotlight.Search
        classNames={{ input: classes.input ?? '' }}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
        placeholder={t('placeholder')}
        aria-label={t('field')}
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={selected === undefined ? undefined : idOf(at)}
        spellCheck={false}
        maxLength={200}
        data-autofocus
        onKeyDown={onKeyDown}
      />
      <PaletteList
        id={list}
        idOf={idOf}
        groups={groups}
        selected={at}
        mac={mac}
        onSelect={choose}
        onChoose={(row, { ctrlKey, metaKey }) => onChoose(row, ctrlKey || metaKey)}
      />
      {rows.length === 0 && isFresh && (
        <Spotlight.Empty>{t(found.findings === null ? 'reading' : 'nothing', { text })}</Spotlight.Empty>
      )}
      <PaletteFooter
        mac={mac}
        inList={selected?.runInList === null || selected === undefined ? null : selected.sort}
        isReading={found.findings === null && rows.length > 0}
      />
      <Told count={isFresh ? rows.length : null} />
    </>
  )
}

/** Says how much was found, once the person pauses. */
function Told({ count }: { readonly count: number | null }) {
  const { t } = useTranslation('palette')
  const [told] = useDebouncedValue(count, 600)
  return <VisuallyHidden role="status">{told === null ? '' : t('found', { count: told })}</VisuallyHidden>
}
