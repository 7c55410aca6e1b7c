import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { packageApp } from '#scripts/packageApp.mjs'
import { freshFolder, project, removeFolders } from './launch.ts'
import { canBeOrdinary, startProgram, type Started } from './ordinaryUser.ts'
import { startEmpty, switcher, versionOf } from './person.ts'
import { throwAwaySystem, type ThrowAwaySystem } from './throwAwaySystem.ts'

// The Debian package, made from the same configuration as the released one; tests/packing/fpm.mjs stands in for the tool
// that zips it. The release workflow installs the released package on a bare Debian and a bare Ubuntu.

const has = (program: string) => spawnSync(program, ['--version']).error === undefined

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(process.platform !== 'linux' || !has('dpkg-deb'), 'a Debian package is made on Debian and its kin')

let home = ''
const deb = (version: string) => join(home, `Microbrand-${version}-linux-amd64.deb`)
const unpacked = (...path: readonly string[]) => join(home, 'unpacked', ...path)
const field = (name: string) =>
  execFileSync('dpkg-deb', ['--field', deb('1.0.0'), name], { encoding: 'utf8' }).trim()

test.beforeAll(async () => {
  home = await freshFolder()
  chmodSync(home, 0o777)
  const tools = { CUSTOM_FPM_PATH: join(project, 'tests', 'packing', 'fpm.mjs') }
  for (const version of ['1.0.0', '1.1.0']) {
    await packageApp({ output: home, version, target: 'deb', tools, quiet: true })
  }
  execFileSync('dpkg-deb', ['--extract', deb('1.0.0'), unpacked()])
})
test.afterAll(removeFolders)

test('the package says what it is, whom to ask, and what it needs', () => {
  expect(field('Package')).toBe('microbrand')
  expect(field('Version')).toBe('1.0.0')
  expect(field('License')).toBe('MIT')
  expect(field('Maintainer')).toBe('Microbrand <hello@microbrand.example>')
  expect(field('Homepage')).toBe('https://microbrand.example')
  expect(field('Section')).toBe('misc')
  expect(field('Description').split('\n')[0]).toBe('Offline back office of a one-person brand')
  const needed = field('Depends').split(', ')
  // without these two the program does not load on a bare system, and nothing else brings them along
  expect(needed).toContain('libasound2t64 | libasound2')
  expect(needed).toContain('libgbm1')
})

test('the menu, the icons and the licence stand where a desktop looks for them', () => {
  const entry = unpacked('usr/share/applications/microbrand.desktop')
  if (has('desktop-file-validate'))
    expect(spawnSync('desktop-file-validate', [entry]).stdout.toString()).toBe('')
  const lines = readFileSync(entry, 'utf8').split('\n')
  for (const line of [
    'Name=Microbrand',
    'Exec=/opt/Microbrand/microbrand %U',
    'Icon=microbrand',
    'Categories=Office;Finance;',
    'MimeType=text/csv;text/tab-separated-values;',
  ]) {
    expect(lines).toContain(line)
  }
  for (const size of [16, 24, 32, 48, 64, 96, 128, 256, 512]) {
    const icon = readFileSync(unpacked(`usr/share/icons/hicolor/${size}x${size}/apps/microbrand.png`))
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([size, size]) // of the PNG's header
  }
  expect(readFileSync(unpacked('usr/share/doc/microbrand/copyright'), 'utf8')).toContain('MIT License')
  expect(readdirSync(unpacked('usr/share/metainfo'))).toEqual(['app.microbrand.desktop.metainfo.xml'])
})

test('a system that withholds sandboxes gets the profile that allows this one', () => {
  expect(readFileSync(unpacked('opt/Microbrand/resources/apparmor-profile'), 'utf8')).toMatch(
    /profile "microbrand" "\/opt\/Microbrand\/microbrand" flags=\(unconfined\) \{\s+userns,/,
  )
  execFileSync('dpkg-deb', ['--control', deb('1.0.0'), join(home, 'control')])
  const installs = readFileSync(join(home, 'control', 'postinst'), 'utf8')
  expect(installs).toContain("APPARMOR_PROFILE_TARGET='/etc/apparmor.d/microbrand'")
  expect(installs).toContain("chmod 4755 '/opt/Microbrand/chrome-sandbox'")
})

test('a newer package over an older one finds every record, and its removal leaves them', async () => {
  const system = canBeOrdinary() ? await throwAwaySystem(home) : null
  test.skip(system === null, 'only root may lay a throw-away system over this one')
  if (system === null) return
  try {
    await installUpdateRemove(system)
  } finally {
    await system.end()
  }
})

async function installUpdateRemove(system: ThrowAwaySystem): Promise<void> {
  mkdirSync(join(home, '.config'))
  chmodSync(join(home, '.config'), 0o777)
  const data = join(home, '.config', 'Microbrand')
  const witness = () =>
    JSON.parse(readFileSync(join(data, 'witness.json'), 'utf8')) as { readonly content: unknown }

  install(system, '1.0.0')
  const first = await start(system)
  await startEmpty(first.page, 'Tide & Fern')
  expect(await versionOf(first.page)).toBe('1.0.0')
  await first.close()
  const before = witness().content
  expect(before).toMatchObject({ brands: [{ state: { name: 'Tide & Fern' } }] })

  install(system, '1.1.0')
  const updated = await start(system)
  await expect(switcher(updated.page, 'Tide & Fern')).toBeVisible()
  expect(await versionOf(updated.page)).toBe('1.1.0')
  await updated.close()

  system.run('dpkg', '--purge', 'microbrand')
  expect(system.run('sh', '-c', 'ls -d /opt/Microbrand /usr/bin/microbrand 2>/dev/null || true')).toBe('')
  expect(witness().content).toEqual(before)
  expect(existsSync('/opt/Microbrand')).toBe(false) // this machine itself was never touched
}

/** What the package needs is the release workflow's to prove, so that this machine need not have it all. */
const install = (system: ThrowAwaySystem, version: string) =>
  system.run('dpkg', '--force-depends', '--install', deb(version))

/** By its name on the path, as a terminal does, with the data where an installed app has them. */
const start = (system: ThrowAwaySystem): Promise<Started> =>
  startProgram(
    ['microbrand', '--lang=en-US'],
    home,
    { LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US', XDG_CONFIG_HOME: join(home, '.config') },
    system.inside,
  )
