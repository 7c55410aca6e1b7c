import { Alert, Button, Group, List, Text, Title } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ImportSession } from '#data/services.ts'
import type { ImportPreview } from '#shared/imports/report.ts'
import type { ChosenFile } from '#shared/ipc/contract.ts'
import type { Format } from '#ui/format/format.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { FileCard } from './FileCard.tsx'
import classes from './imports.module.css'
import { FirstSales, WhatItAdds } from './PreviewFigures.tsx'
import { bringsNothing, useResultTexts } from './useResultTexts.ts'
import type { ImportServices } from './importServices.ts'

type ImportPreviewViewProps = {
  readonly services: ImportServices
  readonly brand: string
  readonly files: readonly ChosenFile[]
  readonly session: ImportSession
  readonly onAccount: (handle: string, account: string) => void
  readonly onCommit: () => void
  readonly onCancel: () => void
}

/** Everything the import would do, before any of it counts. */
export function ImportPreviewView({
  services,
  brand,
  files,
  session,
  onAccount,
  onCommit,
  onCancel,
}: ImportPreviewViewProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const texts = useResultTexts()
  const { preview } = session
  const isReadable = preview.files.some(({ ok }) => ok)
  const isEmpty = isReadable && bringsNothing(preview)
  return (
    <div className={classes.preview}>
      {!isReadable && <Alert color="red" variant="light" title={t('preview.noFile')} />}
      {isEmpty && (
        <Alert variant="light" title={t('preview.nothingNew')}>
          {t('preview.nothingNewText', { brand })}
        </Alert>
      )}
      <section aria-label={t('file.list')} className={classes.files}>
        {preview.files.map((file, at) => (
          <FileCard
            key={`${at} ${file.name}`}
            services={services}
            brand={brand}
            file={file}
            at={at}
            session={session}
            onAccount={(account) => onAccount(files[at]?.handle ?? '', account)}
          />
        ))}
      </section>
      {isReadable && !isEmpty && (
        <section className={classes.section}>
          <Title order={3}>{t('preview.summary')}</Title>
          <List size="sm" spacing={2} mt={4}>
            {texts(preview).map((text) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
          {preview.waiting > 0 && (
            <Text size="xs" c="dimmed" mt={4}>
              {t('preview.waitingText')}
            </Text>
          )}
        </section>
      )}
      {isReadable && <WhatItAdds change={preview.change} brand={brand} />}
      {isReadable && preview.first.length > 0 && <FirstSales sales={preview.first} />}
      <Group justify="end" gap="xs" className={classes.actions ?? ''}>
        <Button variant="default" onClick={onCancel}>
          {t(isReadable && !isEmpty ? 'flow.cancel' : 'flow.close')}
        </Button>
        {isReadable && !isEmpty && (
          <Button onClick={onCommit} data-autofocus className={classes.commit ?? ''}>
            {buttonText(preview, brand, t, format)}
          </Button>
        )}
      </Group>
    </div>
  )
}

/** The button says exactly what it does, and into which brand. */
function buttonText(
  { files, sales, others }: ImportPreview,
  brand: string,
  t: TFunction<'imports'>,
  format: Format,
): string {
  const hasRefused = files.some((file) => file.ok && file.report.refused.length > 0)
  const said = (count: number) => ({ count, number: format.number(count), brand })
  if (sales.added > 0) return t(hasRefused ? 'button.good' : 'button.sales', said(sales.added))
  if (hasRefused) return t('button.goodRows', { brand })
  return sales.changed > 0 ? t('button.changes', said(sales.changed)) : t('button.others', said(others.added))
}
