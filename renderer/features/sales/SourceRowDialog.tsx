import { Loader, Modal, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceRow } from '#data/services.ts'
import type { Origin } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './sales.module.css'
import type { SalesServices } from './salesServices.ts'

type SourceRowDialogProps = {
  readonly book: SalesServices['book']
  readonly origin: Origin | null
  readonly onClose: () => void
}

/** The row of the file a figure came from, cell by cell as the platform wrote it. */
export function SourceRowDialog({ book, origin, onClose }: SourceRowDialogProps) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const row = useSourceRow(book, origin)
  const title = row
    ? t('row.title', { row: format.number(row.row), file: row.fileName })
    : t(row === null ? 'row.missing' : 'row.loading')
  return (
    <Modal
      opened={origin !== null}
      onClose={onClose}
      size="lg"
      classNames={{ title: classes.dialogTitle ?? '' }}
      title={<bdi>{title}</bdi>}
      closeButtonProps={{ 'aria-label': t('row.close') }}
    >
      {row === undefined && <Loader size="sm" />}
      {row && (
        <Table fz="sm" withRowBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('row.column')}</Table.Th>
              <Table.Th>{t('row.cell')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {row.cells.map((cell, at) => (
              <Table.Tr key={at}>
                <Table.Th scope="row" fw={400} c="dimmed">
                  <bdi>{row.header[at] ?? ''}</bdi>
                </Table.Th>
                <Table.Td className={classes.cells ?? ''}>
                  {cell === '' ? (
                    <Text component="span" size="sm" c="dimmed" fs="italic">
                      {t('row.empty')}
                    </Text>
                  ) : (
                    <bdi>{cell}</bdi>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Modal>
  )
}

/** undefined while it is opened, null if it is not there. */
function useSourceRow(book: SalesServices['book'], origin: Origin | null): SourceRow | null | undefined {
  const [opened, setOpened] = useState<{ readonly origin: Origin; readonly row: SourceRow | null }>()
  useEffect(() => {
    if (origin === null) return
    let isCurrent = true
    void book.sourceRow(origin).then((row) => {
      if (isCurrent) setOpened({ origin, row })
    })
    return () => {
      isCurrent = false
    }
  }, [book, origin])
  return opened !== undefined && opened.origin === origin ? opened.row : undefined
}
