import { Button, Group, Title } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ImportSession } from '#data/services.ts'
import type { FileResult, ImportPreview } from '#shared/imports/report.ts'
import type { Format } from '#ui/format/format.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Note } from '#ui/Note.tsx'
import { takeFocus } from '#ui/takeFocus.ts'
import { FileCard } from './FileCard.tsx'
import classes from './imports.module.css'
import { FirstSales, WhatItAdds } from './PreviewFigures.tsx'
import { bringsNothing, catalogueCounts, stated } from './useResultTexts.ts'
import type { ImportServices } from './importServices.ts'

const manyFiles = 6

type ImportPreviewViewProps = {
  readonly services: ImportServices
  readonly brand: string
  readonly session: ImportSession
  /** The file at this position is from this shop. */
  readonly onAccount: (at: number, account: string) => void
  readonly onCommit: () => void
  readonly onCancel: () => void
  readonly onOtherBrand: (brandId: string) => void
}

/** Everything the import would do, before any of it counts. */
export function ImportPreviewView({
  services,
  brand,
  session,
  onAccount,
  onCommit,
  onCancel,
  onOtherBrand,
}: ImportPreviewViewProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { preview } = session
  const isReadable = preview.files.some(({ ok }) => ok)
  const isEmpty = isReadable && bringsNothing(preview)
  return (
    <div className={classes.preview}>
      {!isReadable && <Note tone="bad" title={t('preview.noFile')} />}
      {isEmpty && (
        <Note tone="plain" title={t('preview.nothingNew')}>
          {t('preview.nothingNewText', { brand })}
        </Note>
      )}
      <section
        aria-label={t('file.list')}
        className={classes.files}
        data-many={preview.files.length > manyFiles || undefined}
      >
        {troubleFirst(preview.files).map(({ file, at }) => (
          <FileCard
            key={`${at} ${file.name}`}
            services={services}
            brand={brand}
            file={file}
            at={at}
            session={session}
            onAccount={(account) => onAccount(at, account)}
            onOtherBrand={onOtherBrand}
          />
        ))}
      </section>
      {isReadable && !isEmpty && <WhatItDoes preview={preview} />}
      {isReadable && <WhatItAdds change={preview.change} brand={brand} />}
      {isReadable && preview.first.length > 0 && <FirstSales sales={preview.first} />}
      <Group justify="end" gap="xs" className={classes.actions ?? ''}>
        <Button ref={isReadable && !isEmpty ? null : takeFocus} variant="default" onClick={onCancel}>
          {t(isReadable && !isEmpty ? 'flow.cancel' : 'flow.close')}
        </Button>
        {isReadable && !isEmpty && (
          <Button ref={takeFocus} onClick={onCommit} data-autofocus className={classes.commit ?? ''}>
            {buttonText(preview, brand, t, format)}
          </Button>
        )}
      </Group>
    </div>
  )
}

/** What could not be read must not hide at the end of thirty files. */
const troubleFirst = (files: readonly FileResult[]) =>
  files.map((file, at) => ({ file, at })).toSorted((a, b) => Number(a.file.ok) - Number(b.file.ok))

/** The import in a few numbers. */
function WhatItDoes({
  preview: { sales, others, catalogue, waiting, decidedByOrder },
}: {
  readonly preview: ImportPreview
}) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const stats = [
    ['added', sales.added],
    ['changed', sales.changed],
    ['others', others.added],
    ...catalogueCounts(catalogue),
    ['same', sales.same],
    ['waiting', waiting],
  ] as const
  const number = format.number(decidedByOrder)
  return (
    <section className={classes.section}>
      <Title order={3}>{t('preview.summary')}</Title>
      <ul className={classes.stats}>
        {stats.flatMap(([name, count]) =>
          count === 0 ? (
            []
          ) : (
            <li key={name}>
              <strong>{format.number(count)}</strong> {t(`preview.stat.${name}`, { count })}
            </li>
          ),
        )}
      </ul>
      {stated(catalogue) > 0 && <p className={classes.small}>{t('preview.catalogueText')}</p>}
      {waiting > 0 && <p className={classes.small}>{t('preview.waitingText')}</p>}
      {decidedByOrder > 0 && (
        <p className={classes.small}>{t('preview.decided', { count: decidedByOrder, number })}</p>
      )}
    </section>
  )
}

/** The button says exactly what it does, and into which brand. */
function buttonText(
  { files, sales, others, catalogue: { listings, customers } }: ImportPreview,
  brand: string,
  t: TFunction<'imports'>,
  format: Format,
): string {
  const hasRefused = files.some((file) => file.ok && file.refusedRows > 0)
  const said = (count: number) => ({ count, number: format.number(count), brand })
  if (sales.added > 0) return t(hasRefused ? 'button.good' : 'button.sales', said(sales.added))
  if (hasRefused) return t('button.goodRows', { brand })
  if (sales.changed > 0) return t('button.changes', said(sales.changed))
  if (others.added > 0) return t('button.others', said(others.added))
  if (listings.added > 0) return t('button.listings', said(listings.added))
  if (customers.added > 0) return t('button.customers', said(customers.added))
  if (listings.changed > 0) return t('button.listingChanges', said(listings.changed))
  return t('button.customerChanges', said(customers.changed))
}
