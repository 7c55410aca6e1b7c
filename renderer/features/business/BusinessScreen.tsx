import { Skeleton } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import type { BrandServices } from '#data/services.ts'
import type { Api } from '#shared/ipc/contract.ts'
import { readBusiness } from '#data/settings.ts'
import { firstBusiness } from '#shared/document/blankContent.ts'
import { Page } from '#ui/Page.tsx'
import { BusinessForm } from './BusinessForm.tsx'
import classes from './business.module.css'
import { JournalCard } from './JournalCard.tsx'
import { SeriesCard } from './SeriesCard.tsx'

export type BusinessServices = Pick<BrandServices, 'db' | 'today' | 'history'> & {
  readonly api: Pick<Api, 'beginSave' | 'writeSave' | 'endSave'>
}
type Props = {
  readonly services: BusinessServices
  readonly brand: { readonly name: string; readonly country: string; readonly currency: string }
  readonly onDocument: (id: string) => void
}

/** Who documents are from, how they are paid, how they begin and how they are numbered. */
export function BusinessScreen({ services, brand, onDocument }: Props) {
  const { t } = useTranslation('business')
  const { db } = services
  const read = useLiveQuery(async () => ({ business: await readBusiness(db) }), [db])
  return (
    <Page title={t('title')} sub={t('text')} narrow>
      <div className={classes.sections}>
        {read === undefined ? (
          <Skeleton h={400} />
        ) : (
          <BusinessForm
            key={JSON.stringify(read.business)}
            services={services}
            business={read.business ?? firstBusiness(brand)}
            isNew={read.business === null}
          />
        )}
        <SeriesCard services={services} />
        <JournalCard services={services} brand={brand} onDocument={onDocument} />
      </div>
    </Page>
  )
}
