import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Configuration } from 'app-builder-lib'
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { drawIcons } from '#scripts/icons.mjs'

// What is built for systems that are not this one: the tool's own schema, and what each system must find.

const project = resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(resolve(project, file), 'utf8')
const config = load(read('electron-builder.yml')) as Configuration
const problemsOf = (tried: Configuration): Promise<string> => {
  const nobody = { isEnabled: false, add: () => {}, save: () => Promise.resolve(), data: new Map() }
  return validateConfiguration(tried, nobody as unknown as Parameters<typeof validateConfiguration>[1]).then(
    () => '',
    (problem: unknown) => String(problem),
  )
}

test('the configuration is one the packager takes', async () => {
  expect(await problemsOf(config)).toBe('')
})

test('a setting the packager does not know is noticed', async () => {
  const misspelt = { ...config, nsis: { ...config.nsis, deleteAppDataOnUninstal: false } }
  expect(await problemsOf(misspelt as Configuration)).toContain('configuration.nsis should be one of these')
})

test('each system gets what people of that system install', () => {
  expect(config.mac?.target).toEqual([
    { target: 'dmg', arch: 'universal' },
    { target: 'zip', arch: 'universal' },
  ])
  expect(config.win?.target).toEqual([
    { target: 'nsis', arch: ['x64', 'arm64'] },
    { target: 'portable', arch: 'x64' },
  ])
  expect(config.linux?.target).toEqual(['AppImage', 'deb', 'tar.gz'])
})

test('Windows installs for one person, and uninstalling leaves the records', () => {
  expect(config.nsis).toMatchObject({ oneClick: true, perMachine: false, deleteAppDataOnUninstall: false })
})

test('a Mac runs it hardened, with the one exception an engine needs', () => {
  expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true })
  for (const file of [config.mac?.entitlements, config.mac?.entitlementsInherit]) {
    expect(read(String(file)).match(/<key>.*<\/key>/g)).toEqual([
      '<key>com.apple.security.cs.allow-jit</key>',
    ])
  }
})

test('a Linux app starts in a sandbox, on systems with and without FUSE 2', () => {
  // the packager's first AppImage runtime needs FUSE 2, and its desktop entry takes the sandbox away
  expect(config.toolsets?.appimage).toBe('1.0.3')
  expect([
    config.linux?.executableArgs,
    config.appImage?.executableArgs,
    config.deb?.appArmorProfile,
  ]).toEqual([undefined, undefined, undefined])
  // a script of our own would stand in place of the one that puts the AppArmor profile there
  expect([config.deb?.afterInstall, config.deb?.afterRemove]).toEqual([undefined, undefined])
})

test('the Debian package names the libraries that nothing else brings, under their old and new names', () => {
  expect(config.deb?.depends).toEqual(
    expect.arrayContaining([
      'libasound2t64 | libasound2',
      'libgbm1',
      'libgtk-3-0t64 | libgtk-3-0',
      'libnss3',
    ]),
  )
  for (const mapping of config.deb?.fpm ?? []) {
    expect(existsSync(resolve(project, mapping.split('=')[0] ?? '')), mapping).toBe(true)
  }
})

test('every way out of the app into its own inside is burnt shut', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: false, // a key chain would have to be asked for, and there are no cookies
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
})

test('exports can be opened with it, and the program that opens them by default stays', () => {
  expect(config.mac?.fileAssociations).toEqual([
    { ext: ['csv', 'tsv'], name: 'Export of a shop', role: 'Viewer', rank: 'Alternate' },
  ])
  expect(config.linux).toHaveProperty('mimeTypes', ['text/csv', 'text/tab-separated-values'])
  // the installer's own association would take the default over; a mime type of our own would describe all tables anew
  expect([config.fileAssociations, config.win?.fileAssociations, config.linux?.fileAssociations]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  const script = read(String(config.nsis?.include))
  const written = [...script.matchAll(/WriteReg\w+ SHELL_CONTEXT "([^"]+)"/g)].map(([, key]) => key ?? '')
  const own = /^Software\\Classes\\(\$\{EXPORT_CLASS\}|Applications\\\$\{APP_EXECUTABLE_FILENAME\})(\\|$)/
  expect(written.filter((key) => !own.test(key))).toEqual(['Software\\Classes\\${ENDING}\\OpenWithProgids'])
  for (const ending of ['.csv', '.tsv']) {
    expect(script).toContain(`!insertmacro offerFor "${ending}"`)
    expect(script).toContain(`DeleteRegValue SHELL_CONTEXT "Software\\Classes\\${ending}\\OpenWithProgids"`)
  }
})

test('no file of the development goes in, and beside the archive lies the licence alone', () => {
  expect(config.files).toEqual([
    ...['out/main/**', 'out/preload/**', 'out/renderer/**'],
    ...['resources/icons/256x256.png', 'package.json', '!**/*.map', '!node_modules/**'],
  ])
  expect(config).not.toHaveProperty('extraFiles')
  expect(config.extraResources).toEqual([{ from: 'LICENSE', to: 'LICENSE.txt' }])
  expect(config.asar).toBe(true)
})

test('every picture named is there', () => {
  for (const icon of [config.mac?.icon, config.win?.icon, config.linux?.icon]) {
    expect(existsSync(resolve(project, String(icon)))).toBe(true)
  }
})

// another kind of processor may round a dot differently
test.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
  'each picture is drawn from the one drawing',
  async () => {
    const drawn = await drawIcons()
    for (const [path, bytes] of drawn) {
      expect(readFileSync(resolve(project, path)).equals(bytes), `${path}: npm run icons`).toBe(true)
    }
    const sizes = readdirSync(resolve(project, 'resources/icons')).map((name) => `resources/icons/${name}`)
    expect(sizes.filter((name) => !drawn.has(name))).toEqual([])
  },
)
