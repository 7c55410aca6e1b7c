import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaveSheet, SheetKind } from '#shared/sheet/sheetRequest.ts'
import type { RowSource } from '#ui/table/rowCache.ts'
import { linesOf, withCurrency, type FileColumn } from './lines.ts'

export type Exported<Row> = {
  readonly kind: SheetKind
  /** What the file is called, without its ending. */
  readonly name: string
  readonly title: string
  readonly source: RowSource<Row>
  readonly columns: readonly FileColumn<Row>[]
  readonly expand?: (row: Row) => readonly Row[]
}
export type Progress = { readonly done: number; readonly total: number }

/** Saves a list as a file, says how far it is and how it ended. */
export function useExport(save: SaveSheet) {
  const { t } = useTranslation(['lists', 'ui'])
  const [progress, setProgress] = useState<Progress | null>(null)
  const running = useRef<AbortController | null>(null)
  const run = async <Row>({ kind, name, title, source, columns, expand }: Exported<Row>) => {
    const stop = new AbortController()
    running.current = stop
    let isOther = false
    const { total, rows } = await source(0, 1)
    setProgress({ done: 0, total })
    const shown = withCurrency(columns, t('export.currency'), rows[0])
    const saved = await save({
      kind,
      title,
      heads: shown.map(({ header }) => header),
      suggestedName: `${name}.${kind}`,
      signal: stop.signal,
      next: linesOf({
        source,
        columns: shown,
        expand: expand ?? ((row) => [row]),
        onProgress: (done, all) => setProgress({ done, total: all }),
        onChanged: () => {
          isOther = true
          stop.abort()
        },
      }),
    }).finally(() => setProgress(null))
    if (saved.ok) return void notifications.show({ message: t('ui:saved.done', { name: saved.value.name }) })
    const { code } = isOther ? ({ code: 'changed' } as const) : saved.error
    if (code === 'cancelled') return
    const message = code === 'changed' ? t('export.changed') : t(`ui:saved.${code}`)
    notifications.show({ color: 'red', message })
  }
  return { progress, run, stop: () => running.current?.abort() }
}
