import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'playwright/test'
import { packageProgram } from '#scripts/packageProgram.mjs'
import { readFuses, wrongFuses } from '#scripts/readFuses.mjs'
import { freshFolder, removeFolders } from './launch.ts'

// The Mac app as far as another system can make it: what it says of itself, around an Electron that is an empty shell.
// The release workflow makes, signs and starts the real one.

test.skip(process.platform !== 'linux', 'a Mac makes the real one; Windows cannot make one')
test.afterAll(removeFolders)

/** What Electron's own description asks for, among them wishes this app does not have. */
const wishes = ['Camera', 'Microphone', 'BluetoothAlways', 'BluetoothPeripheral', 'AudioCapture']
const description = (name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>com.github.Electron</string>
<key>LSMinimumSystemVersion</key><string>13.0</string>
${wishes.map((wish) => `<key>NS${wish}UsageDescription</key><string>This app needs it</string>`).join('\n')}
</dict></plist>
`
/** As Electron ships it, of nine fuses; a program for two kinds of processor holds it twice. */
const wire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100110'

async function emptyShell(): Promise<string> {
  const folder = await freshFolder()
  const write = (path: string, content: string) => {
    const file = join(folder, 'Electron.app', 'Contents', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content, { mode: 0o755 })
  }
  write('Info.plist', description('Electron'))
  write('MacOS/Electron', '')
  write('Resources/electron.icns', '')
  write('Frameworks/Electron Framework.framework/Electron Framework', `${wire} the other half ${wire}`)
  for (const kind of ['', ' (GPU)', ' (Renderer)', ' (Plugin)']) {
    const name = `Electron Helper${kind}`
    write(`Frameworks/${name}.app/Contents/Info.plist`, description(name))
    write(`Frameworks/${name}.app/Contents/MacOS/${name}`, '')
  }
  return folder
}

test('the Mac app says what it is and opens, asks for nothing, and has every fuse set in both halves', async () => {
  const output = await freshFolder()
  const words = ['--mac', 'dir', '--x64', '--publish', 'never', '-c.electronVersion=45.4.1']
  const { passed, output: said } = await packageProgram(
    'electron-builder',
    [...words, `-c.electronDist=${await emptyShell()}`, `-c.directories.output=${output}`],
    { quiet: true, env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
  )
  expect(passed, said).toBe(true)
  const app = join(output, 'mac', 'Microbrand.app')
  const plist = readFileSync(join(app, 'Contents', 'Info.plist'), 'utf8').replaceAll(/>\s+</g, '><')
  for (const said of [
    '<key>CFBundleIdentifier</key><string>app.microbrand.desktop</string>',
    '<key>LSApplicationCategoryType</key><string>public.app-category.business</string>',
    '<key>CFBundleTypeExtensions</key><array><string>csv</string><string>tsv</string></array>',
    '<key>LSHandlerRank</key><string>Alternate</string>', // never the default while another program is
    '<key>LSMinimumSystemVersion</key><string>13.0</string>',
  ]) {
    expect(plist).toContain(said)
  }
  expect(plist).not.toContain('UsageDescription')
  expect(plist).not.toContain('<null/>') // a Mac cannot read a description with one
  expect(readdirSync(join(app, 'Contents', 'Resources'))).toEqual(
    expect.arrayContaining(['LICENSE.txt', 'app.asar', 'icon.icns']),
  )
  const wires = await readFuses(app)
  expect(wires).toHaveLength(2)
  expect(wrongFuses(wires)).toEqual([])
})
