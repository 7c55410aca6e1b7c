import type { ComponentType } from 'react'
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs'
import IconContrast from '@tabler/icons-react/dist/esm/icons/IconContrast2.mjs'
import IconFileInvoice from '@tabler/icons-react/dist/esm/icons/IconFileInvoice.mjs'
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import IconFolder from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs'
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs'
import IconPackage from '@tabler/icons-react/dist/esm/icons/IconPackage.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs'
import IconReceipt from '@tabler/icons-react/dist/esm/icons/IconReceipt.mjs'
import IconSelector from '@tabler/icons-react/dist/esm/icons/IconSelector.mjs'
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs'
import IconTextScan from '@tabler/icons-react/dist/esm/icons/IconTextScan2.mjs'
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs'
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs'
import type { useNavigate } from '@tanstack/react-router'
import type sentences from '#resources/locales/en/palette.json'
import type { Command } from '#shared/ipc/contract.ts'
import type { ShortcutId } from '#shared/shortcuts/shortcuts.ts'
import type { AppState } from './AppContext.tsx'

export type ActionContext = { readonly app: AppState; readonly navigate: ReturnType<typeof useNavigate> }

/** Something to be done from the palette: a command of the menu, or what it does itself. */
export type PaletteAction = {
  /** Its words are in `palette.json` under this name. */
  readonly id: keyof typeof sentences.actions
  readonly icon: ComponentType
  readonly shortcut?: ShortcutId
} & ({ readonly command: Command } | { readonly run: (context: ActionContext) => unknown })

/** All that can be done from the palette. One more: a line here, its name and other words for it in `palette.json`. */
export const paletteActions: readonly PaletteAction[] = [
  { id: 'import', icon: IconUpload, command: 'import', shortcut: 'import' },
  {
    id: 'new-product',
    icon: IconPackage,
    run: ({ navigate }) => navigate({ to: '/products', search: { isNew: true } }),
  },
  {
    id: 'new-sale',
    icon: IconReceipt,
    run: ({ navigate }) => navigate({ to: '/sales/record' }),
  },
  { id: 'new-invoice', icon: IconFileInvoice, command: 'new-invoice' },
  { id: 'new-quote', icon: IconFileText, command: 'new-quote' },
  {
    id: 'new-client',
    icon: IconUserPlus,
    run: ({ navigate }) => navigate({ to: '/clients', search: { isNew: true } }),
  },
  {
    id: 'new-rule',
    icon: IconListCheck,
    run: ({ navigate }) => navigate({ to: '/rules', search: { new: true } }),
  },
  { id: 'back-up', icon: IconShieldCheck, command: 'back-up' },
  { id: 'undo', icon: IconArrowBackUp, command: 'undo', shortcut: 'undo' },
  { id: 'redo', icon: IconArrowForwardUp, command: 'redo', shortcut: 'redo' },
  { id: 'toggle-theme', icon: IconContrast, command: 'toggle-theme', shortcut: 'toggle-theme' },
  { id: 'brands', icon: IconSelector, command: 'brands', shortcut: 'brands' },
  { id: 'new-brand', icon: IconPlus, command: 'new-brand' },
  { id: 'find', icon: IconTextScan, command: 'find', shortcut: 'find' },
  { id: 'shortcuts', icon: IconKeyboard, command: 'shortcuts', shortcut: 'shortcuts' },
  { id: 'data-folder', icon: IconFolder, run: ({ app }) => app.services.api.showDataFolder({}) },
]

/** Sections of Settings, by the place they have on its page. */
export const settingsSections = ['brand', 'brands', 'documents', 'theme', 'rates', 'data', 'about'] as const
