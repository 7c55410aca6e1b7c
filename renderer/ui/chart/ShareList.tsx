import type { ReactElement } from 'react'
import { Tooltip } from '@mantine/core'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './ShareList.module.css'

export type ShareItem = {
  readonly key: string
  readonly name: string
  readonly colour: string
  /** Part of the whole; null where a share would mislead. */
  readonly share: number | null
  readonly amount: string
  readonly sub?: string | undefined
  readonly hint?: string | undefined
  readonly onOpen: () => void
}

type Props = {
  readonly label: string
  readonly items: readonly ShareItem[]
  /** One bar for all parts, or one for each. */
  readonly bars: 'together' | 'each'
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
        {items.map(({ key, name, colour, share, amount, sub, hint, onOpen }) => (
          <li key={key}>
            <Hinted hint={hint}>
              <button type="button" className={classes.item} onClick={onOpen}>
                <span className={classes.line}>
                  {bars === 'together' && <span className={classes.swatch} style={{ background: colour }} />}
                  <span className={classes.name} title={name}>
                    {name}
                  </span>
                  <span className={classes.amount}>{amount}</span>
                  {bars === 'each' && (
                    <span className={classes.share}>{share === null ? '' : format.percent(share)}</span>
                  )}
                </span>
                {bars === 'each' && (
                  <span className={classes.track}>
                    <span
                      className={classes.bar}
                      style={{ width: `${(share ?? 0) * 100}%`, background: colour }}
                    />
                  </span>
                )}
                {bars === 'together' && (
                  <span className={classes.under}>
                    <span>{sub}</span>
                    <span>{share === null ? '' : format.percent(share)}</span>
                  </span>
                )}
              </button>
            </Hinted>
          </li>
        ))}
      </ul>
    </>
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
