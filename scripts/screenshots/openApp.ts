import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'

/** The last day of the generated exports; the sample brand ends with it too. */
export const today = '2025-06-30'

export type OpenedApp = {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** What the window complained of. */
  readonly errors: readonly string[]
}

const folders: string[] = []
export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** The built app, with data of its own, as on a computer that speaks American English. */
export async function openApp(before?: string, day = today): Promise<OpenedApp> {
  const userData = before ?? (await mkdtemp(join(tmpdir(), 'microbrand-pictures-')))
  if (before === undefined) folders.push(userData)
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    args: [...asRoot, process.cwd(), `--user-data=${userData}`, `--today=${day}`, '--lang=en-US'],
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US' },
  })
  const errors: string[] = []
  app.context().on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  app.context().on('weberror', (error) => errors.push(error.error().message))
  const page = await app.firstWindow()
  return { app, page, userData, errors }
}

export async function nameBrand(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name of the brand' }).fill(name)
  await page.getByRole('combobox', { name: 'Country' }).fill('United States')
  await page.getByRole('option', { name: 'United States', exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** The next time the app asks for files, these are chosen. */
export const willChoose = ({ app }: OpenedApp, paths: readonly string[]): Promise<void> =>
  app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
    },
    [...paths],
  )

export const fixture = (name: string): string =>
  join(process.cwd(), 'tests', 'fixtures', 'commerce', `${name}.csv`)
