import { useState } from 'react'
import { createSpotlight } from '@mantine/spotlight'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ImportFlow } from '#features/imports/ImportFlow.tsx'
import { useApp } from './AppContext.tsx'
import { AppPalette } from './AppPalette.tsx'
import { BrandSwitcher } from './BrandSwitcher.tsx'
import { DropOverlay } from './DropOverlay.tsx'
import { isDialogOpen } from './isDialogOpen.ts'
import { Navigation } from './Navigation.tsx'
import { SampleBanner } from './SampleBanner.tsx'
import { useArrival } from './useArrival.ts'
import { useBrandMenu } from './useBrandMenu.ts'
import { useBackupKeeper } from './useBackupKeeper.tsx'
import { useCommands } from './useCommands.ts'
import { useHistory } from './useHistory.tsx'
import classes from './Shell.module.css'

/** The frame around every page: navigation, the sample's banner, and the import, which files dropped anywhere open. */
export function Shell() {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const { services, brand, brands, homeSearch, importing, openImport, closeImport } = useApp()
  const past = useHistory(services)
  const switcher = useBrandMenu()
  const [palette] = useState(createSpotlight)
  const [store, { open: openPalette, toggle }] = palette
  const togglePalette = () => (store.getState().opened || !isDialogOpen()) && toggle()
  useCommands({
    api: services.api,
    homeSearch,
    isImporting: importing !== null,
    openImport,
    switcher,
    togglePalette,
    past,
  })
  const { workers, backups, info, loaded } = useApp()
  useArrival(brand.name)
  useBackupKeeper({ api: services.api, registry: services.registry, workers }, backups, info, loaded)
  return (
    <>
      <a className={classes.skip} href="#page" onClick={focusPage}>
        {t('skip')}
      </a>
      <div className={classes.frame}>
        <Navigation
          switcher={<BrandSwitcher menu={switcher} />}
          homeSearch={homeSearch}
          mac={info.platform === 'darwin'}
          onFind={openPalette}
          onImport={() => openImport()}
        />
        <div className={classes.column}>
          {brand.sample && <SampleBanner onRemove={() => brands.remove(brand.id)} />}
          <main className={classes.page} id="page" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <AppPalette palette={palette} brands={switcher.list} />
      <DropOverlay api={services.api} brand={brand.name} disabled={importing !== null} onFiles={openImport} />
      <ImportFlow
        services={services}
        brand={brand.name}
        opened={importing !== null}
        files={importing?.files ?? null}
        onClose={closeImport}
        onSeeSales={(importId) => void navigate({ to: '/sales', search: { importId } })}
        onSeeHome={() => void navigate({ to: '/', search: {} })}
        onSeeProducts={() => void navigate({ to: '/products', search: { show: 'found' } })}
        onSeeClients={() => void navigate({ to: '/clients', search: { show: 'found' } })}
        onOtherBrand={(id, files) => void brands.open(id, files)}
      />
    </>
  )
}

/** The hash belongs to the router, so the link moves the focus itself. */
function focusPage(event: React.MouseEvent): void {
  event.preventDefault()
  document.getElementById('page')?.focus()
}
