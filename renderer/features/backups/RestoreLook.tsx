import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { summaryOf } from '#shared/backup/manifest.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Note } from '#ui/Note.tsx'
import type { BrandNow } from './backupServices.ts'
import classes from './backups.module.css'
import type { Opened } from './useRestoreTexts.ts'

type Props = {
  readonly backup: Opened
  /** The brand it would take the place of. */
  readonly now: BrandNow | null
  /** The schema of this app. */
  readonly schema: number
  readonly onRestore: () => void
  readonly onCancel: () => void
}

const kinds = [
  'imports',
  'products',
  'clients',
  'handSales',
  'assignments',
  'rules',
  'rates',
  'views',
  'attachments',
  'changes',
] as const

/** What is in a backup beside what is there now, before anything is done. */
export function RestoreLook({ backup, now, schema, onRestore, onCancel }: Props) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const about = summaryOf(backup.manifest)
  const rows = [
    { kind: 'sales' as const, held: about.sales?.count ?? null, present: now?.held.sales?.count ?? null },
    ...kinds.map((kind) => ({
      kind,
      held: about.rows[kind] ?? 0,
      present: now === null ? null : (now.held.rows[kind] ?? 0),
    })),
  ].filter(({ held, present }) => (held ?? 0) > 0 || (present ?? 0) > 0)
  const written = (count: number | null) => (count === null ? '–' : format.number(count))
  return (
    <Stack gap="md">
      <Text size="sm">
        {t('look.made', {
          brand: about.brand.name,
          when: format.moment(about.createdAt),
          reason: t(`reasonIn.${about.reason}`),
          version: about.app,
        })}
      </Text>
      {about.schema < schema && (
        <Text size="sm" c="dimmed">
          {t('look.older')}
        </Text>
      )}
      <table className={classes.compare} aria-label={t('look.compare')}>
        <thead>
          <tr>
            <th scope="col">{t('look.kind')}</th>
            {now !== null && (
              <th scope="col" className={classes.number}>
                {t('look.now')}
              </th>
            )}
            <th scope="col" className={classes.number}>
              {t('look.then')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, held, present }) => (
            <tr key={kind} data-differs={(now !== null && held !== present) || undefined}>
              <th scope="row">{t(`rows.${kind}`)}</th>
              {now !== null && <td className={classes.number}>{written(present)}</td>}
              <td className={classes.number}>{written(held)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Note tone={now === null ? 'plain' : 'careful'}>
        {now === null ? t('look.adds', { brand: about.brand.name }) : t('look.replaces', { brand: now.name })}
      </Note>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('look.cancel')}
        </Button>
        <Button onClick={onRestore}>{t('look.restoreBrand', { brand: about.brand.name })}</Button>
      </Group>
    </Stack>
  )
}
