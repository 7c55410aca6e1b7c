import type { ReactElement, ReactNode } from 'react'
import { Tooltip } from '@mantine/core'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './ShareList.module.css'

export type ShareItem = {
  readonly key: string
  readonly name: string
  readonly colour: string
  /** Part of the whole; null where a share would mislead. */
  readonly share: number | null
  /** Of the bar, where it is no share: from 0 to 1 of the longest. */
  readonly length?: number | undefined
  readonly amount: string
  readonly sub?: string | undefined
  readonly hint?: string | undefined
  readonly onOpen?: (() => void) | undefined
}

type Props = {
  readonly label: string
  readonly items: readonly ShareItem[]
  /** One bar for all parts, one for each, or none beside a chart that shows them. */
  readonly bars: 'together' | 'each' | 'none'
}

/** Parts of a whole by size, each with its colour, share and exact amount. A part opens what is behind it. */
export function ShareList({ label, items, bars }: Props) {
  const format = useFormat()
  return (
    <>
      {bars === 'together' && (
        <div className={classes.whole} aria-hidden>
          {items.map(
            ({ key, colour, share }) =>
              share !== null && <span key={key} style={{ width: `${share * 100}%`, background: colour }} />,
          )}
        </div>
      )}
      <ul className={classes.list} aria-label={label}>
        {items.map(({ key, name, colour, share, length, amount, sub, hint, onOpen }) => (
          <li key={key}>
            <Hinted hint={hint}>
              <Item onOpen={onOpen}>
                <span className={classes.line}>
                  {bars !== 'each' && <span className={classes.swatch} style={{ background: colour }} />}
                  <bdi className={classes.name} title={name}>
                    {name}
                  </bdi>
                  <span className={classes.amount}>{amount}</span>
                  {bars === 'each' && length === undefined && (
                    <span className={classes.share}>{share === null ? '' : format.percent(share)}</span>
                  )}
                </span>
                {bars === 'each' && (
                  <span className={classes.track}>
                    <span
                      className={classes.bar}
                      style={{ width: `${(length ?? share ?? 0) * 100}%`, background: colour }}
                    />
                  </span>
                )}
                {(bars !== 'each' || sub !== undefined) && (
                  <span className={classes.under}>
                    <span>{sub}</span>
                    {bars !== 'each' && <span>{share === null ? '' : format.percent(share)}</span>}
                  </span>
                )}
              </Item>
            </Hinted>
          </li>
        ))}
      </ul>
    </>
  )
}

type ItemProps = {
  readonly onOpen: (() => void) | undefined
  readonly className?: string
  readonly children: ReactNode
}

/** A way to what is behind it, where there is one. What a hint hangs on is handed through. */
function Item({ onOpen, className = '', children, ...hinted }: ItemProps) {
  const look = `${classes.item} ${className}`
  if (onOpen === undefined)
    return (
      <div {...hinted} className={look} data-still>
        {children}
      </div>
    )
  return (
    <button {...hinted} type="button" className={look} onClick={onOpen}>
      {children}
    </button>
  )
}

/** Only what has a hint pays for one: it listens to the pointer, and to the window's size. */
function Hinted({ hint, children }: { readonly hint: string | undefined; readonly children: ReactElement }) {
  if (hint === undefined) return children
  return (
    <Tooltip label={hint} multiline w={260}>
      {children}
    </Tooltip>
  )
}
