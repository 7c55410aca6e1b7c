import { useEffect, useEffectEvent, useState } from 'react'
import { useHotkeys } from '@mantine/hooks'
import { ShortcutSheet } from '#features/shortcuts/ShortcutSheet.tsx'
import type { Api, Command } from '#shared/ipc/contract.ts'
import { keysOf } from '#shared/shortcuts/shortcuts.ts'
import { focusListSearch } from './focusListSearch.ts'
import { isDialogOpen } from './isDialogOpen.ts'
import { keepFocus } from './keepFocus.ts'
import { useNotStored } from './useNotStored.ts'

type Props = { readonly api: Pick<Api, 'onCommand' | 'openFind' | 'logError'>; readonly mac: boolean }

/** What lies over whatever the window shows. */
export function WindowTools({ api, mac }: Props) {
  const [sheet, setSheet] = useState(false)
  const toggleSheet = () => setSheet((opened) => !opened && !isDialogOpen())
  const onCommand = useEffectEvent((command: Command) => {
    if (command === 'shortcuts') toggleSheet()
    if (command === 'find' && !focusListSearch()) void api.openFind({})
  })
  useEffect(() => api.onCommand(onCommand), [api])
  useEffect(() => keepFocus(document), [])
  useNotStored(api)
  const [held = '', sign = ''] = keysOf('shortcuts', mac)
  // GTK takes Ctrl-/ for “select all” before the menu hears it, so the page takes it first, in fields as well
  useHotkeys([[held.replace('CmdOrCtrl', 'mod'), toggleSheet]], [])
  // where the sign is typed without Shift, too; in a field it is only a sign
  useHotkeys([
    [sign, toggleSheet],
    [`shift+${sign}`, toggleSheet],
  ])
  return <ShortcutSheet opened={sheet} mac={mac} onClose={() => setSheet(false)} />
}
