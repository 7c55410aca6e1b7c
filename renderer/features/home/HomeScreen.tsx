import { useTranslation } from 'react-i18next'
import type { BrandServices } from '#data/services.ts'
import type { Filter, SaleSort, Summary } from '#shared/book/questions.ts'
import type { Brand } from '#shared/brand/brand.ts'
import type { Days } from '#shared/calendar/period.ts'
import type { Api } from '#shared/ipc/contract.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Page } from '#ui/Page.tsx'
import { ArrangeMenu } from './ArrangeMenu.tsx'
import { currenciesOf, shownCurrency } from './currency.ts'
import { CurrencySwitch } from './CurrencySwitch.tsx'
import { EmptyHome } from './EmptyHome.tsx'
import { HomeFigures } from './HomeFigures.tsx'
import { HomeSkeleton } from './HomeSkeleton.tsx'
import { periodOf, type Period } from './period.ts'
import { PeriodSwitch } from './PeriodSwitch.tsx'
import { ReportButton } from './ReportButton.tsx'
import type { HomeSearch } from './search.ts'
import { useArrangement } from './useArrangement.ts'
import { useReport } from './useReport.ts'
import { useSummary } from './useSummary.ts'

/** The sales behind a figure, in an order that shows why. */
export type SalesBehind = Filter & { readonly sort?: SaleSort; readonly descending?: boolean }

/** What Home asks and does. */
export type HomeServices = Pick<BrandServices, 'book' | 'db' | 'lists' | 'today'> & {
  readonly api: Pick<Api, 'saveText' | 'savePicture' | 'savePage' | 'printPage'>
}

export type HomeScreenProps = {
  readonly services: HomeServices
  readonly brand: Pick<Brand, 'name' | 'currency' | 'country' | 'accent' | 'logo'>
  readonly search: HomeSearch
  readonly onSearch: (search: HomeSearch) => void
  readonly onOpenProduct: (key: string) => void
  readonly onOpenClient: (key: string) => void
  /** The whole lists, for the days that are shown. */
  readonly onSeeProducts: (days: Days) => void
  readonly onSeeClients: (days: Days) => void
  /** Opens the sales behind a figure. */
  readonly onOpenSales: (behind: SalesBehind) => void
  readonly onSeeImports: () => void
  readonly onSeeRates: () => void
  readonly onImport: () => void
}

/** What came in, where it comes from, and what stayed. */
export function HomeScreen(props: HomeScreenProps) {
  const { t } = useTranslation('home')
  const summary = useSummary(props.services.book)
  if (summary === null) return <HomeSkeleton title={t('period.titles.twelve')} />
  if (summary.from === '')
    return <EmptyHome brand={props.brand.name} onImport={props.onImport} onSeeHow={props.onSeeImports} />
  return <HomeOf {...props} summary={summary} />
}

function HomeOf({ summary, ...props }: HomeScreenProps & { readonly summary: Summary }) {
  const { services, brand, search, onSearch } = props
  const { t } = useTranslation('home')
  const known = { from: summary.from, to: summary.to }
  const period = periodOf(search, services.today(), known)
  const currencies = currenciesOf(summary)
  const together = search.together === true && currencies.length > 1
  const currency = shownCurrency(search.currency, brand.currency, currencies, together)
  const report = useReport(services, currency, together)
  const [arrangement, arrange] = useArrangement(services.lists)
  return (
    <Page
      title={t(`period.titles.${period.kind}`)}
      sub={<Days period={period} />}
      actions={
        <>
          <CurrencySwitch
            currencies={currencies}
            currency={currency}
            own={brand.currency}
            together={together}
            onChange={(chosen) => onSearch({ ...search, ...chosen })}
          />
          <PeriodSwitch
            period={period}
            known={known}
            onChange={(chosen) => onSearch({ ...search, ...chosen })}
          />
          <ArrangeMenu arrangement={arrangement} onChange={arrange} />
          {report !== null && (
            <ReportButton {...{ services, brand, currency, report, together, known }} shown={period.days} />
          )}
        </>
      }
    >
      {report !== null && (
        <HomeFigures
          {...props}
          summary={summary}
          period={period}
          currency={currency}
          report={report}
          together={together}
          arrangement={arrangement}
        />
      )}
    </Page>
  )
}

function Days({ period: { days } }: { readonly period: Period }) {
  const format = useFormat()
  return format.days(days.from, days.to)
}
