import { mkdirSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenedApp, openApp, removeFolders } from './screenshots/openApp.ts'
import type { Scene, World } from './screenshots/scene.ts'
import { worlds } from './screenshots/worlds.ts'
import { untilSettled } from './screenshots/settled.ts'

// npm run screenshots [-- --quick]: every screen × theme × state into docs/screenshots; --quick leaves out the million lines.

const folder = join(process.cwd(), 'docs', 'screenshots')
const themes = ['light', 'dark'] as const
const width = 1280
const usualHeight = 820

type Picture = { readonly file: string; readonly shows: string }

async function take(
  opened: OpenedApp,
  { name, shows, go, figure, height = usualHeight, charts = 0, page: over }: Scene,
): Promise<Picture[]> {
  const { page } = opened
  await page.setViewportSize({ width, height })
  await go(opened)
  if (over === undefined) await page.mouse.move(2, 2) // nothing is hovered
  const taken = over === undefined ? page : await over(opened)
  const pictures: Picture[] = []
  for (const colorScheme of themes) {
    await taken.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await untilSettled({ ...opened, page: taken }, figure, charts).catch((error: unknown) => {
      throw new Error(`${name}, ${colorScheme}: ${error instanceof Error ? error.message : String(error)}`)
    })
    const file = `${name}-${colorScheme}.png`
    await taken.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' })
    pictures.push({ file, shows: `${shows}, ${colorScheme}` })
  }
  return pictures
}

async function takeAll({
  name,
  open,
  scenes,
}: World): Promise<{ readonly userData: string; readonly pictures: Picture[] }> {
  process.stderr.write(`${name} …\n`)
  const opened = await open()
  try {
    const pictures: Picture[] = []
    for (const scene of scenes) pictures.push(...(await take(opened, scene)))
    return { userData: opened.userData, pictures }
  } finally {
    await opened.app.close()
  }
}

/** The app of an earlier world, whose database is gone. */
const recovery = (userData: string): World => ({
  name: 'a lost database',
  open: async () => {
    await rm(join(userData, 'IndexedDB'), { recursive: true })
    return openApp(userData)
  },
  scenes: [
    {
      name: 'recovery',
      shows: 'The database is gone: what is missing, and the kept files',
      go: ({ page }) => page.getByRole('button', { name: 'Show the kept files' }).click(),
      figure: 'Some of your data is missing',
    },
  ],
})

function writeIndex(pictures: readonly Picture[]): void {
  const lines = pictures.map(({ file, shows }) => `| [${file}](${file}) | ${shows} |`)
  const text = [
    '# Pictures of every screen',
    '',
    'Written by `npm run screenshots`.',
    '',
    '| picture | shows |',
    '|---|---|',
    ...lines,
    '',
  ]
  writeFileSync(join(folder, 'README.md'), text.join('\n'))
}

mkdirSync(folder, { recursive: true })
const pictures: Picture[] = []
try {
  for (const world of await worlds(!process.argv.includes('--quick'))) {
    const taken = await takeAll(world)
    pictures.push(...taken.pictures)
    if (world.name === 'exports of two shops')
      pictures.push(...(await takeAll(recovery(taken.userData))).pictures)
  }
  writeIndex(pictures)
} finally {
  await removeFolders()
}
