import { useEffect, useEffectEvent } from 'react'
import { useMantineColorScheme } from '@mantine/core'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { HomeSearch } from '#features/home/search.ts'
import type { Api, ChosenFile, Command } from '#shared/ipc/contract.ts'
import { tellRefused } from './acceptFiles.ts'
import { isPageCommand, type PageCommand } from './windowCommands.ts'

/** Does what the native menu asks for. */
export function useCommands(
  api: Api,
  homeSearch: HomeSearch,
  isImporting: boolean,
  openImport: (files?: readonly ChosenFile[]) => void,
  past: { readonly undo: () => void; readonly redo: () => void },
): void {
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
    imports: () => navigate({ to: '/imports' }),
    settings: () => navigate({ to: '/settings' }),
    about: () => navigate({ to: '/settings', hash: 'about' }),
    back: () => history.back(),
    forward: () => history.forward(),
    'toggle-theme': () => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark'),
    'opened-files': takeOpened,
    undo: past.undo,
    redo: past.redo,
  }
  const onCommand = useEffectEvent((command: Command) => {
    if (isPageCommand(command)) void actions[command]()
  })
  useEffect(() => api.onCommand(onCommand), [api])
  const onFree = useEffectEvent(() => void takeOpened())
  useEffect(() => onFree(), [api, isImporting])
}
