import { z } from 'zod'
import { manifest, reasons, summary } from '#shared/backup/manifest.ts'
import { refusals } from '#shared/backup/refusal.ts'

// zod's compiled parsers need `new Function`, which the content policy forbids wherever this table is read in the window
z.config({ jitless: true })

const none = z.strictObject({})
const done = z.strictObject({ ok: z.literal(true) })
const failed = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z.strictObject({ ok: z.literal(false), error: z.strictObject({ code: z.enum(codes) }) })

const handle = z.string().regex(/^[0-9a-f]{32}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)

/** A file a person chose or dropped. Its bytes are read with `fetch('app://microbrand/import/<handle>')`, as often as needed, until released. */
export const chosenFile = z.strictObject({
  handle,
  name: z.string().max(255),
  size: z.number().int().nonnegative(),
})
const chosenFiles = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    files: z.array(chosenFile),
    refused: z.array(
      z.strictObject({ name: z.string(), code: z.enum(['not-a-file', 'unreadable', 'too-large']) }),
    ),
  }),
  failed(['cancelled']),
])

/** What must be there: one brand's database as its last commit left it. `pages` counts book pages, `lastSeq` is the last row of `changes`. */
export const brandState = z.strictObject({
  id: uuid,
  name: z.string().max(200),
  schema: z.number().int().positive(),
  pages: z.number().int().nonnegative(),
  lastSeq: z.number().int().nonnegative(),
  imports: z.number().int().nonnegative(),
  /** Kept source files by content hash, with what is needed to read them again. */
  kept: z.array(
    z.strictObject({
      sha256,
      name: z.string().max(255),
      size: z.number().int().nonnegative(),
      account: z.string().max(200),
    }),
  ),
})
/** What the renderer finds when it opens the databases; `null` schema = the database could not be opened. */
const foundState = z.strictObject({
  id: uuid,
  schema: z.number().int().nonnegative().nullable(),
  pages: z.number().int().nonnegative(),
  lastSeq: z.number().int().nonnegative(),
  code: z.enum(['fine', 'missing', 'newer', 'unopenable', 'damaged']),
})
const loss = z.strictObject({
  brand: brandState,
  code: z.enum(['missing', 'emptied', 'fewer-pages', 'behind', 'damaged', 'newer', 'unopenable']),
})

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
/** What a page can be printed on, as the engine names it. */
export const papers = ['A4', 'Letter'] as const
const writeFailures = ['disk-full', 'not-allowed', 'failed'] as const
/** Why no backup was made: `no-folder` is the chosen folder gone, `interrupted` an app that ended before it was done. */
export const backupFailures = [...writeFailures, 'no-folder', 'not-proven', 'damaged', 'interrupted'] as const
const backupItem = z.strictObject({
  /** Its file in the folder of backups. */
  name: z.string().max(255),
  size: z.number().int().nonnegative(),
  /** What is inside; null where that cannot be read. */
  about: summary.nullable(),
  /** `proven`: read again from its first byte to its last, and all of it was there. */
  proof: z.enum(['proven', 'unproven', 'failed']),
  provenAt: z.string().nullable(),
  problem: z.enum(refusals).nullable(),
})
export const backupTrouble = z.strictObject({
  at: z.string(),
  reason: z.enum(reasons),
  code: z.enum(backupFailures),
})
const openedBackup = z.strictObject({
  ok: z.literal(true),
  handle,
  name: z.string().max(255),
  size: z.number().int().nonnegative(),
  manifest,
})
const backupName = z.strictObject({ name: z.string().max(255) })
/** The newest schema the window understands: a backup of a newer one is refused. */
const schemaNumber = z.number().int().positive()

export const command = z.enum([
  'import',
  'settings',
  'imports',
  'home',
  'sales',
  'products',
  'clients',
  'rules',
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

/** Every message between the window and the main process; no channel exists outside this table. */
export const contract = {
  /** Lets the person choose export files in the system's dialog. */
  chooseFiles: { input: none, output: chosenFiles },
  /** Takes files dropped on the window. The preload turns `File`s into paths; a page never names one. */
  acceptDropped: {
    input: z.strictObject({ paths: z.array(z.string().max(4096)).max(200) }),
    output: chosenFiles,
  },
  /** The files the app was opened with (a file argument, a second start); each is handed over once, `cancelled` when there are none. The command `opened-files` says that more came. */
  openedFiles: { input: none, output: chosenFiles },
  /** Opens a kept source file again, by its content hash. */
  openKept: {
    input: z.strictObject({ sha256 }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), file: chosenFile }),
      failed(['not-kept', 'unreadable']),
    ]),
  },
  /** Keeps a compressed copy of each file, by the hash of its content. Repeatable. */
  keepFiles: {
    input: z.strictObject({ handles: z.array(handle).max(200) }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({
        ok: z.literal(true),
        kept: z.array(z.strictObject({ handle, sha256, size: z.number().int().nonnegative() })),
      }),
      failed(['disk-full', 'unreadable', 'unknown-handle', 'failed']),
    ]),
  },
  /** The SHA-256 of a chosen file's content. */
  hashFile: {
    input: z.strictObject({ handle }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), sha256, size: z.number().int().nonnegative() }),
      failed(['unreadable', 'unknown-handle']),
    ]),
  },
  /** Hands over files the app wrote itself (the sample brand), so that they take the same way as a person's. */
  stageFiles: {
    input: z.strictObject({
      files: z
        .array(
          z.strictObject({ name: z.string().regex(/^[\w.-]{1,80}\.csv$/), text: z.string().max(20_000_000) }),
        )
        .max(20),
    }),
    output: chosenFiles,
  },
  releaseFiles: { input: z.strictObject({ handles: z.array(handle).max(200) }), output: done },
  /** Saves a text (CSV) where the person says in the system's dialog. */
  saveText: {
    input: z.strictObject({
      suggestedName: z.string().min(1).max(120),
      kind: z.enum(['csv', 'json', 'txt']),
      text: z.string().max(400_000_000),
    }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), name: z.string() }),
      failed(['cancelled', 'disk-full', 'not-allowed', 'failed']),
    ]),
  },
  /** Saves a picture (PNG bytes) where the person says. */
  savePicture: {
    input: z.strictObject({ suggestedName: z.string().min(1).max(120), bytes: z.instanceof(Uint8Array) }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), name: z.string() }),
      failed(['cancelled', 'disk-full', 'not-allowed', 'failed']),
    ]),
  },
  /** Saves the page as it is printed, as PDF, where the person says. */
  savePage: {
    input: z.strictObject({ suggestedName: z.string().min(1).max(120), paper: z.enum(papers) }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), name: z.string() }),
      failed(['cancelled', 'disk-full', 'not-allowed', 'failed']),
    ]),
  },
  /** Prints the page through the system's dialog; answered once it is handed over. */
  printPage: {
    input: z.strictObject({ paper: z.enum(papers) }),
    output: z.discriminatedUnion('ok', [done, failed(['cancelled', 'failed'])]),
  },
  /** Asks where to save a file that comes in parts. It is there, whole, only once the save has ended. */
  beginSave: {
    input: z.strictObject({ suggestedName: z.string().min(1).max(120), kind: z.enum(['csv', 'xlsx']) }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), save: handle }),
      failed(['cancelled', 'disk-full', 'not-allowed', 'failed']),
    ]),
  },
  /** The next part; answered once it is written. After a failure the save is gone. */
  writeSave: {
    input: z.strictObject({
      save: handle,
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= 16_000_000),
    }),
    output: z.discriminatedUnion('ok', [
      done,
      failed(['disk-full', 'not-allowed', 'failed', 'unknown-save']),
    ]),
  },
  /** Puts the file in its place, or removes what was written of it. */
  endSave: {
    input: z.strictObject({ save: handle, keep: z.boolean() }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), name: z.string() }),
      failed(['disk-full', 'not-allowed', 'failed', 'unknown-save']),
    ]),
  },
  /** Called once at start, before anything is drawn: compares what is there with what must be there. */
  reportDatabases: {
    input: z.strictObject({
      registry: z.enum(['fine', 'empty', 'newer', 'unopenable']),
      found: z.array(foundState),
    }),
    output: z.strictObject({ losses: z.array(loss) }),
  },
  /** After every commit: what must be there from now on. Answered once it is on disk. */
  witness: { input: brandState, output: done },
  /** Before a commit that shrinks (undo sweeps, delete a brand): so that it is not taken for a loss. */
  announceShrink: {
    input: z.strictObject({ id: uuid, pages: z.number().int().nonnegative(), deleted: z.boolean() }),
    output: done,
  },
  /** The person has seen the loss and chose to go on without what is gone: the witness forgets it. */
  acceptLoss: { input: z.strictObject({ id: uuid }), output: done },
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
  /** Backups in their folder, newest first, and what went wrong with the last one (null once one is proven). Needs no database. */
  listBackups: {
    input: none,
    output: z.strictObject({
      folder: z.string(),
      isDefault: z.boolean(),
      isThere: z.boolean(),
      backups: z.array(backupItem),
      trouble: backupTrouble.nullable(),
    }),
  },
  /**
   * Begins a backup, unless the newest proven one holds the same. Its entries are then sent by whoever reads the
   * database (`shared/backup/part.ts`), and it is finished or abandoned. A second one waits for the first.
   */
  beginBackup: {
    input: summary.pick({
      reason: true,
      brand: true,
      schema: true,
      lastChange: true,
      pages: true,
      sales: true,
    }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), handle }),
      failed(['unchanged', 'no-folder', ...writeFailures]),
    ]),
  },
  /** Adds the kept files and the manifest, puts the backup in its place, reads it again, and lets old ones go. */
  finishBackup: {
    input: z.strictObject({
      handle,
      tables: z.array(
        z.strictObject({
          name: z.string().max(60),
          size: z.number().int().nonnegative(),
          sha256,
          rows: z.number().int().nonnegative(),
        }),
      ),
      files: z.array(sha256),
    }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), backup: backupItem }),
      failed(['not-proven', 'no-folder', ...writeFailures]),
    ]),
  },
  /** Nothing is left of a backup that was begun; `code` says why, for the person. */
  abandonBackup: { input: z.strictObject({ handle, code: z.enum(backupFailures) }), output: done },
  /** Reads a backup of the folder again, from its first byte to its last. */
  proveBackup: {
    input: backupName,
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), backup: backupItem }),
      failed(['gone']),
    ]),
  },
  /** Proves a backup of the folder and opens it for a look inside; its entries are then read by `readEntry`'s address. */
  openBackup: {
    input: backupName.extend({ schema: schemaNumber }),
    output: z.discriminatedUnion('ok', [openedBackup, failed(refusals)]),
  },
  /** The same for a file the person chooses in the system's dialog. */
  chooseBackup: {
    input: z.strictObject({ schema: schemaNumber }),
    output: z.discriminatedUnion('ok', [openedBackup, failed(['cancelled', ...refusals])]),
  },
  /** Puts the imported files of an opened backup among the kept ones. Repeatable. */
  keepBackedUp: {
    input: z.strictObject({ handle }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), files: z.number().int().nonnegative() }),
      failed(['unknown-handle', 'damaged', ...writeFailures]),
    ]),
  },
  closeBackup: { input: z.strictObject({ handle }), output: done },
  /** Lets the person choose where backups are kept from now on, or goes back to the app's own folder. */
  chooseBackupFolder: {
    input: z.strictObject({ default: z.boolean() }),
    output: z.discriminatedUnion('ok', [done, failed(['cancelled', 'not-allowed', 'failed'])]),
  },
  /** Shows a backup in the system's file manager; without a name, the folder. */
  showBackup: { input: z.strictObject({ name: z.string().max(255).nullable() }), output: done },
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

export type Channel = keyof typeof contract
export type Input<C extends Channel> = z.infer<(typeof contract)[C]['input']>
export type Output<C extends Channel> = z.infer<(typeof contract)[C]['output']>
export type ChosenFile = z.infer<typeof chosenFile>
export type BrandState = z.infer<typeof brandState>
export type FoundState = z.infer<typeof foundState>
export type Loss = z.infer<typeof loss>
export type BackupItem = z.infer<typeof backupItem>
export type BackupTrouble = z.infer<typeof backupTrouble>
export type BackupFailure = BackupTrouble['code']
export type Paper = (typeof papers)[number]
export type Command = z.infer<typeof command>

/** `window.api`: one function per message, and the two things only the preload can do. */
export type Api = {
  readonly [C in Exclude<Channel, 'acceptDropped'>]: (input: Input<C>) => Promise<Output<C>>
} & {
  /** Hands dropped `File`s to main, which answers with handles. */
  readonly acceptDropped: (files: readonly unknown[]) => Promise<Output<'acceptDropped'>>
  /** Menu items and shortcuts. Returns the function that stops listening. */
  readonly onCommand: (listener: (command: Command) => void) => () => void
}
