import { ActionIcon, Tooltip } from '@mantine/core'
import IconFileSearch from '@tabler/icons-react/dist/esm/icons/IconFileSearch.mjs'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Origin } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './sales.module.css'
import type { SalesServices } from './salesServices.ts'

export type FigureSource = { readonly db: SalesServices['db']; readonly onOrigin: (origin: Origin) => void }
type FigureProps = FigureSource & {
  readonly name: ReactNode
  /** Why the figure is less than certain. */
  readonly note?: ReactNode
  readonly amount: ReactNode
  readonly origin: Origin | null
  readonly greyed?: boolean
}

/** A figure with its name, and the way to the row of the file it came from. */
export function Figure({ name, note, amount, origin, greyed, db, onOrigin }: FigureProps) {
  return (
    <div className={`${classes.figure} ${greyed ? classes.greyed : ''}`}>
      <div className={classes.name}>
        <bdi>{name}</bdi>
        {note !== undefined && <div className={classes.greyed}>{note}</div>}
      </div>
      <div>{amount}</div>
      {origin === null || origin.source === 'derived' ? (
        <Derived origin={origin} />
      ) : (
        <OriginButton origin={origin} db={db} onOrigin={onOrigin} />
      )}
    </div>
  )
}

function Derived({ origin }: { readonly origin: Origin | null }) {
  const { t } = useTranslation('sales')
  return origin === null ? <span /> : <span title={t('detail.derived')} />
}

function OriginButton({ origin, db, onOrigin }: FigureSource & { readonly origin: Origin }) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const record = useLiveQuery(() => db.imports.get(origin.importId), [db, origin.importId])
  const file = record?.files[origin.file]?.name
  const row = format.number(origin.row)
  const label = file === undefined ? t('detail.originUnknown', { row }) : t('detail.origin', { row, file })
  return (
    <Tooltip label={label} multiline maw={300}>
      <ActionIcon variant="subtle" color="gray" size={20} aria-label={label} onClick={() => onOrigin(origin)}>
        <IconFileSearch size={14} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
