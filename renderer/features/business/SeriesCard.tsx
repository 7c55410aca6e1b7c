import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { numbersOf } from '#data/documents/series.ts'
import { documentKinds } from '#shared/document/document.ts'
import { numberReport } from '#shared/document/numberReport.ts'
import { Card } from '#ui/Card.tsx'
import type { BusinessServices } from './BusinessScreen.tsx'
import classes from './business.module.css'
import { NumbersReport } from './NumbersReport.tsx'
import { SeriesForm } from './SeriesForm.tsx'

/** How each kind of document is numbered, and whether every number is there once. */
export function SeriesCard({ services }: { readonly services: BusinessServices }) {
  const { t } = useTranslation(['business', 'documents'])
  const { db } = services
  const all = useLiveQuery(
    () => Promise.all(documentKinds.map(async (kind) => ({ kind, ...(await numbersOf(db, kind)) }))),
    [db],
  )
  return (
    <Card title={t('series.title')} sub={t('series.text')}>
      <div className={classes.series}>
        {all?.map(({ kind, series, numbers }) => (
          <section key={kind} aria-label={t(`documents:kinds.${kind}`)}>
            <SeriesForm
              key={JSON.stringify(series)}
              services={services}
              kind={kind}
              series={series}
              given={numbers.length}
            />
            <NumbersReport report={numberReport(series, numbers)} />
          </section>
        ))}
      </div>
    </Card>
  )
}
