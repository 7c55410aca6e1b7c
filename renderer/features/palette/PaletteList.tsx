import { memo, useEffect, useRef, type MouseEvent } from 'react'
import { UnstyledButton } from '@mantine/core'
import { keysOf } from '#shared/shortcuts/shortcuts.ts'
import { KeyCaps } from '#ui/KeyCaps.tsx'
import type { Row, RowGroup } from './entry.ts'
import { MarkedText } from './MarkedText.tsx'
import classes from './palette.module.css'

type Props = {
  readonly id: string
  readonly idOf: (place: number) => string
  readonly groups: readonly RowGroup[]
  readonly selected: number
  readonly mac: boolean
  readonly onSelect: (place: number) => void
  readonly onChoose: (row: Row, event: MouseEvent) => void
}

/** The rows by their groups. The mouse chooses too, but only where it is moved. */
export function PaletteList({ id, idOf, groups, selected, mac, onSelect, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (selected === 0) list.current?.scrollTo(0, 0)
    else list.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' })
  }, [selected, groups])
  const firsts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { rows }) => sum + rows.length, 0))
  return (
    <div ref={list} id={id} className={classes.list} role="listbox" aria-label={groups[0]?.title ?? ''}>
      {groups.map((group, number) => (
        <div key={group.id} className={classes.group} role="group" aria-label={group.title}>
          <div className={classes.title} aria-hidden>
            {group.title}
          </div>
          {group.rows.map((row, at) => {
            const place = (firsts[number] ?? 0) + at
            return (
              <UnstyledButton
                key={row.id}
                id={idOf(place)}
                className={classes.row ?? ''}
                role="option"
                aria-selected={place === selected}
                data-selected={place === selected || undefined}
                data-more={row.isMore}
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => place !== selected && onSelect(place)}
                onClick={(event) => onChoose(row, event)}
              >
                <RowTexts row={row} mac={mac} />
              </UnstyledButton>
            )
          })}
        </div>
      ))}
    </div>
  )
}

const RowTexts = memo(function RowTexts({ row, mac }: { readonly row: Row; readonly mac: boolean }) {
  const { icon: Icon, name, about, aside, shortcut } = row
  const [keys] = shortcut === undefined ? [] : keysOf(shortcut, mac)
  return (
    <>
      <Icon className={classes.icon ?? ''} size={17} stroke={1.6} aria-hidden />
      <span className={classes.texts}>
        <span className={classes.name} title={name.text}>
          <MarkedText marked={name} />
        </span>
        {about.map((one) => (
          <span key={one.text} className={classes.about} title={one.text}>
            <MarkedText marked={one} />
          </span>
        ))}
      </span>
      {aside !== '' && (
        <span className={classes.aside} title={aside}>
          <bdi>{aside}</bdi>
        </span>
      )}
      {keys !== undefined && (
        <span className={classes.keys}>
          <KeyCaps keys={keys} mac={mac} />
        </span>
      )}
    </>
  )
})
