import { useNavigate } from '@tanstack/react-router'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs'
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs'
import IconSwitch from '@tabler/icons-react/dist/esm/icons/IconArrowsLeftRight.mjs'
import type { ImportRecord } from '#data/database.ts'
import { listImports } from '#data/importHistory.ts'
import type { Entry } from '#features/palette/entry.ts'
import type { Brand } from '#shared/brand/brand.ts'
import { shortcuts } from '#shared/shortcuts/shortcuts.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useApp } from './AppContext.tsx'
import { pages, pagesBelow } from './pages.ts'
import { paletteActions, settingsSections } from './paletteActions.ts'
import { useSend } from './sendCommand.ts'

/** More imports than this are looked through on their own page. */
const mostImports = 500

/** What the window offers to the palette: actions, screens, sections of Settings, imports and the other brands. */
export function usePaletteEntries(isOpen: boolean, brands: readonly Brand[]): readonly Entry[] {
  const { t } = useTranslation(['palette', 'app', 'settings', 'formats'])
  const format = useFormat()
  const navigate = useNavigate()
  const send = useSend()
  const app = useApp()
  const { db } = app.services
  const imports = useLiveQuery(async () => (isOpen ? await listImports(db) : []), [db, isOpen]) ?? []
  const isShortcut = (id: string) => shortcuts.find((each) => each.id === id)?.id

  const actions = paletteActions.map((action): Entry => ({
    ...action,
    sort: 'action',
    name: t(`actions.${action.id}.name`),
    words: t(`actions.${action.id}.words`),
    run: () => void ('command' in action ? send(action.command) : action.run({ app, navigate })),
  }))
  const screens = [...pages, ...pagesBelow].map(({ name, to, icon }): Entry => {
    const shortcut = isShortcut(name)
    return {
      id: name,
      sort: 'screen',
      name: t(`app:navigation.${name}`),
      icon,
      ...(shortcut === undefined ? {} : { shortcut }),
      run: () => void navigate({ to, search: to === '/' ? app.homeSearch : {} }),
    }
  })
  const sections = settingsSections.map((id): Entry => ({
    id: `settings-${id}`,
    sort: 'screen',
    name: t(`settings:${id}.title`),
    about: t('settings'),
    icon: IconSettings,
    run: () => void navigate({ to: '/settings', hash: id }),
  }))
  const others = brands
    .filter(({ id }) => id !== app.brand.id)
    .map((brand): Entry => ({
      id: brand.id,
      sort: 'brand',
      name: brand.name,
      words: t('actions.brands.name'),
      icon: IconSwitch,
      run: () => void app.brands.open(brand.id),
    }))
  const ofImport = ({ id, files, committedAt, status }: ImportRecord): Entry => ({
    id,
    sort: 'import',
    name: files.map(({ name }) => name).join(', '),
    words: files.map((file) => t(`formats:name.${file.format}` as 'formats:name.etsy-statement')).join(' '),
    about: status === 'done' ? t('importOf', { day: format.moment(committedAt) }) : t('undone'),
    icon: IconFileImport,
    run: () => void navigate({ to: '/imports', hash: id }),
    runInList: () => void navigate({ to: '/sales', search: { importId: id } }),
  })
  return [...actions, ...screens, ...sections, ...others, ...imports.slice(0, mostImports).map(ofImport)]
}
