import { useTranslation } from 'react-i18next'
import type { BrandServices } from '#data/services.ts'
import type { Brand } from '#shared/brand/brand.ts'
import type { Api, Output } from '#shared/ipc/contract.ts'
import { Page } from '#ui/Page.tsx'
import { AboutSection } from './AboutSection.tsx'
import { BrandSection } from './BrandSection.tsx'
import { BrandsSection, type BrandActs } from './BrandsSection.tsx'
import { DataSection } from './DataSection.tsx'
import { DocumentsSection } from './DocumentsSection.tsx'
import { RatesSection } from './RatesSection.tsx'
import { ThemeSection } from './ThemeSection.tsx'
import classes from './settings.module.css'

/** What Settings reads and changes. */
export type SettingsServices = Pick<BrandServices, 'db' | 'registry' | 'today'> & {
  readonly api: Pick<Api, 'showDataFolder'>
}

export type SettingsScreenProps = {
  readonly services: SettingsServices
  readonly brand: Brand
  readonly info: Output<'appInfo'>
  /** The brand was described anew and kept. */
  readonly onBrand: (brand: Brand) => void
  /** Shows the window in a colour that is being tried; null goes back to the brand's own. */
  readonly onAccent: (accent: string | null) => void
  readonly brands: BrandActs
  /** Opens what stands on documents. */
  readonly onDocuments: () => void
}

export function SettingsScreen(props: SettingsScreenProps) {
  const { services, brand, info, onBrand, onAccent, brands, onDocuments } = props
  const { t } = useTranslation('settings')
  return (
    <Page title={t('title')} narrow>
      <div className={classes.sections}>
        <BrandSection
          services={services}
          brand={brand}
          locale={info.locale}
          onBrand={onBrand}
          onAccent={onAccent}
        />
        <BrandsSection registry={services.registry} open={brand.id} brands={brands} />
        <DocumentsSection onOpen={onDocuments} />
        <ThemeSection />
        <RatesSection services={services} currency={brand.currency} locale={info.locale} />
        <DataSection
          api={services.api}
          folder={info.userData}
          sample={brand.sample}
          onRemoveSample={() => brands.remove(brand.id)}
        />
        <AboutSection info={info} />
      </div>
    </Page>
  )
}
