import { useEffect, useEffectEvent } from 'react'
import { useMantineColorScheme } from '@mantine/core'
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { HomeSearch } from '#features/home/search.ts'
import type { Api, ChosenFile, Command } from '#shared/ipc/contract.ts'
import { isWindowCommand, type PageCommand } from './windowCommands.ts'

/** Does what the native menu asks for. */
export function useCommands(
  api: Api,
  homeSearch: HomeSearch,
  openImport: (files?: readonly ChosenFile[]) => void,
): void {
  const navigate = useNavigate()
  const { history } = useRouter()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const takeOpened = async () => {
    const opened = await api.openedFiles({})
    if (opened.ok && opened.files.length > 0) openImport(opened.files)
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
  }
  const onCommand = useEffectEvent((command: Command) => {
    if (!isWindowCommand(command)) void actions[command]()
  })
  useEffect(() => api.onCommand(onCommand), [api])
  const onStart = useEffectEvent(() => void takeOpened())
  useEffect(() => onStart(), [api])
}
