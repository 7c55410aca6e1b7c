import { z } from 'zod'
import { done, none } from './shape.ts'

/** Opens the first to ninth brand of the list. */
export const brandCommands = [
  'brand-1',
  'brand-2',
  'brand-3',
  'brand-4',
  'brand-5',
  'brand-6',
  'brand-7',
  'brand-8',
  'brand-9',
] as const
export const command = z.enum([
  'import',
  'settings',
  'imports',
  'home',
  'sales',
  'products',
  'clients',
  'invoices',
  'rules',
  'new-invoice',
  'new-quote',
  'toggle-theme',
  'about',
  'back',
  'forward',
  'opened-files',
  'shortcuts',
  'undo',
  'redo',
  'find',
  'find-next',
  'find-previous',
  'palette',
  'brands',
  'new-brand',
  ...brandCommands,
  'backups',
  'back-up',
  'backups-changed',
  'closing',
])

/** The window and the machine: finding, closing, theme, menus, the log. */
export const windowMessages = {
  /** Opens the bar that finds a text on the page. */
  openFind: { input: none, output: done },
  closeFind: { input: none, output: done },
  /** Marks every match in the window and goes to one; `active` counts from 1. An empty text takes the marks away. */
  findInPage: {
    input: z.strictObject({ text: z.string().max(200), step: z.enum(['first', 'next', 'previous']) }),
    output: z.strictObject({
      matches: z.number().int().nonnegative(),
      active: z.number().int().nonnegative(),
    }),
  },
  /** Whether the window wants to be told (`closing`) before it closes; it then says `closed`. */
  minding: { input: z.strictObject({ closing: z.boolean() }), output: done },
  closed: { input: none, output: done },
  appInfo: {
    input: none,
    output: z.strictObject({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      platform: z.enum(['darwin', 'win32', 'linux']),
      packaged: z.boolean(),
      userData: z.string(),
      locale: z.string(),
      timeZone: z.string(),
      country: z.string(),
      /** Set by a switch in tests and screenshots only (never in packaged builds): `YYYY-MM-DD`. */ fixedToday:
        z.string().nullable(),
    }),
  },
  /** Shows the folder with the app's data in the system's file manager. */
  showDataFolder: { input: none, output: done },
  /** Follows the person's choice of theme in native menus and dialogs. */
  setTheme: { input: z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }), output: done },
  /** The brands a person can switch to, for the native menu: the first nine names, and which of them is open. */
  showBrands: {
    input: z.strictObject({
      names: z.array(z.string().max(200)).max(brandCommands.length),
      open: z.number().int().nullable(),
    }),
    output: done,
  },
  /** A bug in the window, for the log: code and stack only, no names, amounts or file contents. */
  logError: {
    input: z.strictObject({ code: z.string().max(200), stack: z.string().max(20_000) }),
    output: done,
  },
  /** The first screen is painted (start-up is measured to here). */
  painted: { input: none, output: done },
} as const
