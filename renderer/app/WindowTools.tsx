import { useEffect, useEffectEvent, useState } from 'react'
import { useHotkeys } from '@mantine/hooks'
import { ShortcutSheet } from '#features/shortcuts/ShortcutSheet.tsx'
import type { Api, Command } from '#shared/ipc/contract.ts'
import { isWindowCommand, type WindowCommand } from './windowCommands.ts'

type Props = { readonly api: Pick<Api, 'onCommand'>; readonly mac: boolean }

/** What lies over whatever the window shows. */
export function WindowTools({ api, mac }: Props) {
  const [sheet, setSheet] = useState(false)
  const toggleSheet = () => setSheet((opened) => !opened)
  const actions: Readonly<Record<WindowCommand, () => void>> = { shortcuts: toggleSheet }
  const onCommand = useEffectEvent((command: Command) => {
    if (isWindowCommand(command)) actions[command]()
  })
  useEffect(() => api.onCommand(onCommand), [api])
  // where the sign is typed without Shift, too; in a field it is only a sign
  useHotkeys([
    ['?', toggleSheet],
    ['shift+?', toggleSheet],
  ])
  return <ShortcutSheet opened={sheet} mac={mac} onClose={() => setSheet(false)} />
}
