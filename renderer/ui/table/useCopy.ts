import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { everything, type Selection } from '#shared/list/selection.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { TableColumn } from './columns.ts'
import { putOnClipboard, putTextOnClipboard } from './clipboard.ts'
import type { RowTarget } from './rowActions.ts'
import type { RowSource } from './rowCache.ts'
import { walkSelected } from './rowsOf.ts'
import { createTableText, mostCopied } from './tableText.ts'

type Parts<Row> = {
  readonly columns: readonly TableColumn<Row>[]
  readonly source: RowSource<Row>
  readonly rowId: (row: Row) => string
  readonly selectedRows: ((selection: Selection) => RowSource<Row>) | undefined
}

/** Copies rows as a table, with the columns that are shown; the person is told what happened. */
export function useCopy<Row>({ columns, source, rowId, selectedRows }: Parts<Row>) {
  const { t } = useTranslation('lists')
  const format = useFormat()
  const tell = (message: string, color?: 'red') => {
    notifications.hide('copied') // one that is shown would not be shown anew
    notifications.show({ id: 'copied', message, ...(color === undefined ? {} : { color }) })
  }
  const written = async ({ selection, row }: RowTarget<Row>) => {
    const text = createTableText(columns, format)
    if (row !== undefined) text.add([row])
    else {
      const pages =
        selectedRows === undefined
          ? walkSelected(source, rowId, selection)
          : walkSelected(selectedRows(selection), rowId, everything)
      for await (const rows of pages) {
        text.add(rows)
        await new Promise((resolve) => setTimeout(resolve)) // the window goes on between screenfuls
      }
    }
    return text
  }
  return {
    copyRows: async (target: RowTarget<Row>) => {
      const count = { count: target.count, number: format.number(target.count) }
      if (target.count > mostCopied)
        return tell(t('table.copyTooMany', { number: format.number(mostCopied) }))
      const isDone = await putOnClipboard(written(target))
      tell(isDone ? t('table.copied', count) : t('table.copyFailed'), isDone ? undefined : 'red')
    },
    copyText: async (text: string) => {
      const isDone = await putTextOnClipboard(text)
      tell(isDone ? t('table.copiedCell') : t('table.copyFailed'), isDone ? undefined : 'red')
    },
  }
}
