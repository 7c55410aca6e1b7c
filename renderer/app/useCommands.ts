import { useEffect, useEffectEvent } from 'react'
import { useMantineColorScheme } from '@mantine/core'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { HomeSearch } from '#features/home/search.ts'
import type { Api, ChosenFile, Command } from '#shared/ipc/contract.ts'
import { brandCommands } from '#shared/ipc/windowMessages.ts'
import { tellRefused } from './acceptFiles.ts'
import { isPageCommand, type PageCommand } from './windowCommands.ts'
import { useApp } from './AppContext.tsx'
import type { BrandMenu } from './useBrandMenu.ts'

type Parts = {
  readonly api: Api
  readonly homeSearch: HomeSearch
  readonly isImporting: boolean
  readonly openImport: (files?: readonly ChosenFile[]) => void
  readonly switcher: BrandMenu
  readonly togglePalette: () => void
  readonly past: { readonly undo: () => void; readonly redo: () => void }
}

/** Does what the native menu asks for. */
export function useCommands({
  api,
  homeSearch,
  isImporting,
  openImport,
  switcher,
  togglePalette,
  past,
}: Parts): void {
  const { brands } = useApp()
  const navigate = useNavigate()
  const { history } = useRouter()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { t } = useTranslation('app')
  /** Files of the system wait while an import is open: it would be lost under them. */
  const takeOpened = async () => {
    if (isImporting) return
    const opened = await api.openedFiles({})
    if (!opened.ok) return
    tellRefused(opened.refused, t)
    if (opened.files.length > 0) openImport(opened.files)
  }
  const actions: Readonly<Record<PageCommand, () => unknown>> = {
    import: () => openImport(),
    home: () => navigate({ to: '/', search: homeSearch }),
    sales: () => navigate({ to: '/sales', search: {} }),
    products: () => navigate({ to: '/products', search: {} }),
    clients: () => navigate({ to: '/clients', search: {} }),
    invoices: () => navigate({ to: '/documents', search: {} }),
    rules: () => navigate({ to: '/rules', search: {} }),
    'new-invoice': () => navigate({ to: '/documents/new', search: { kind: 'invoice' } }),
    'new-quote': () => navigate({ to: '/documents/new', search: { kind: 'quote' } }),
    imports: () => navigate({ to: '/imports' }),
    backups: () => navigate({ to: '/backups' }),
    settings: () => navigate({ to: '/settings' }),
    about: () => navigate({ to: '/settings', hash: 'about' }),
    back: () => history.back(),
    forward: () => history.forward(),
    'toggle-theme': () => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark'),
    'opened-files': takeOpened,
    undo: past.undo,
    redo: past.redo,
    brands: () => switcher.setOpen(!isImporting && !switcher.isOpen),
    'new-brand': brands.add,
    palette: () => !isImporting && togglePalette(),
    ...switching((place) => {
      const brand = switcher.list[place]
      return brand && brands.open(brand.id)
    }),
  }
  const onCommand = useEffectEvent((command: Command) => {
    if (isPageCommand(command)) void actions[command]()
  })
  useEffect(() => api.onCommand(onCommand), [api])
  const onFree = useEffectEvent(() => void takeOpened())
  useEffect(() => onFree(), [api, isImporting])
}

type BrandCommand = (typeof brandCommands)[number]
/** What each of the commands that open a brand does. */
const switching = (open: (place: number) => unknown) =>
  Object.fromEntries(brandCommands.map((name, place) => [name, () => open(place)])) as Readonly<
    Record<BrandCommand, () => unknown>
  >
