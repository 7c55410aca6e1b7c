import { Badge, Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportRecord } from '#data/database.ts'
import type { ImportedFile } from '#shared/imports/report.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './imports.module.css'
import { useImportNames } from './useImportNames.ts'
import { bringsNothing, catalogueCounts } from './useResultTexts.ts'

type ImportEntryProps = {
  readonly record: ImportRecord
  readonly onUndo: (importId: string) => void
  readonly onRedo: (importId: string) => void
  readonly onSeeSales: (importId: string) => void
}

/** One import of the history: its files, what it changed, and the way back. */
export function ImportEntry({ record, onUndo, onRedo, onSeeSales }: ImportEntryProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const counts = useCounts(record)
  const day = format.moment(record.committedAt)
  return (
    <li id={record.id} className={classes.entry} data-undone={record.status !== 'done' || undefined}>
      <div className={classes.entryHead}>
        <div>
          <Group gap="xs">
            <Text fw={600} size="sm">
              {day}
            </Text>
            {record.status !== 'done' && (
              <Badge variant="light" color="gray" radius="sm">
                {t(`history.${record.status}`)}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {record.status === 'done' ? counts : t(`history.${record.status}Text`)}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          {record.status === 'done' && (
            <>
              {speaksOfSales(record) && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('history.salesLabel', { day })}
                  onClick={() => onSeeSales(record.id)}
                >
                  {t('history.sales')}
                </Button>
              )}
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('history.undoLabel', { day })}
                onClick={() => onUndo(record.id)}
              >
                {t('history.undo')}
              </Button>
            </>
          )}
          {record.status === 'undone' && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('history.redoLabel', { day })}
              onClick={() => onRedo(record.id)}
            >
              {t('history.redo')}
            </Button>
          )}
        </Group>
      </div>
      <ul className={classes.entryFiles}>
        {record.files.map((file, at) => (
          <EntryFile key={at} file={file} />
        ))}
      </ul>
    </li>
  )
}

/** A catalogue alone has none to be seen. */
const speaksOfSales = ({ files }: ImportRecord): boolean => files.some(({ source }) => source !== 'catalogue')

function EntryFile({ file }: { readonly file: ImportedFile }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const names = useImportNames()
  const said = [
    names.format(file.format),
    file.account,
    file.from === '' ? '' : format.days(file.from, file.to),
    t('file.rows', { count: file.rows, number: format.number(file.rows) }),
    file.refusedRows === 0
      ? ''
      : t('history.refused', { count: file.refusedRows, number: format.number(file.refusedRows) }),
  ]
  return (
    <li>
      <bdi className={classes.wrap}>{file.name}</bdi>
      <Text component="span" size="xs" c="dimmed" display="block">
        {said.filter((text) => text !== '').join(' · ')}
      </Text>
    </li>
  )
}

function useCounts({ result }: ImportRecord): string {
  const { t } = useTranslation('imports')
  const format = useFormat()
  if (bringsNothing(result)) return t('history.nothing')
  const text = (key: 'added' | 'changed' | 'same' | 'others', count: number) =>
    count === 0 ? [] : [t(`history.${key}`, { count, number: format.number(count) })]
  const said = catalogueCounts(result.catalogue).flatMap(([key, count]) =>
    count === 0 ? [] : [t(`preview.${key}`, { count, number: format.number(count) })],
  )
  const { sales, others } = result
  return [
    ...text('added', sales.added),
    ...text('changed', sales.changed),
    ...text('same', sales.same),
    ...text('others', others.added),
    ...said,
  ].join(' · ')
}
