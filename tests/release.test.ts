import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'

// The release is built where nobody looks on, so what it may do is said here.

type Step = {
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: { readonly path?: string }
}
type Job = { readonly permissions: unknown; readonly needs?: string; readonly steps: readonly Step[] }
type Workflow = { readonly permissions: unknown; readonly jobs: Readonly<Record<string, Job>> }

const folder = resolve(import.meta.dirname, '..', '.github', 'workflows')
const source = readFileSync(resolve(folder, 'release.yml'), 'utf8')
const release = load(source) as Workflow
const jobs = Object.values(release.jobs)
const steps = jobs.flatMap((job) => job.steps)
const runsOf = (job: string) => (release.jobs[job]?.steps ?? []).map(({ run }) => run ?? '').join('\n')

test('no job may more than it needs: only the one that drafts the release may write', () => {
  expect(release.permissions).toEqual({})
  expect(release.jobs['package']?.permissions).toEqual({ contents: 'read' })
  expect(release.jobs['draft']?.permissions).toEqual({ contents: 'write' })
  expect(release.jobs['draft']?.steps.some(({ uses }) => uses?.startsWith('actions/checkout'))).toBe(false)
})

test('every foreign step is one fixed commit', () => {
  for (const name of readdirSync(folder)) {
    const lines = readFileSync(resolve(folder, name), 'utf8').match(/uses: .*/g) ?? []
    for (const line of lines) expect(line).toMatch(/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  }
  expect(steps.filter(({ uses }) => uses !== undefined).length).toBeGreaterThan(3)
})

test('nothing from outside is put into a command, and no secret is needed', () => {
  for (const { run } of steps) expect(run ?? '').not.toContain('${{')
  const secrets = steps
    .flatMap(({ env }) => Object.values(env ?? {}))
    .filter((value) => value.includes('secrets.'))
  for (const value of secrets) expect(value).toMatch(/ \|\| '' \}\}$/)
})

test('nothing is drafted before every system is tested, packed and read back', () => {
  expect(release.jobs['draft']?.needs).toBe('package')
  const runs = runsOf('package')
  for (const step of ['npm test', 'npm run dist', 'scripts/readFuses.mjs', 'scripts/startPackaged.mjs']) {
    expect(runs).toContain(step)
  }
  for (const system of ['linux', 'mac', 'win']) expect(source).toContain(`system: ${system}`)
  expect(runsOf('draft')).toMatch(/sha256sum[^]*gh release create .*--draft/)
})

test('what people download is installed and started once, as they do it', () => {
  const runs = runsOf('package')
  for (const step of [
    'startPackaged.mjs dist/*.AppImage',
    'sh scripts/checkDeb.sh dist/*.deb',
    'kernel.apparmor_restrict_unprivileged_userns=1\nsudo apt-get install -y ./dist/*.deb',
    'scripts/checkSetup.ps1 (Get-Item dist/*-setup.exe)',
    'codesign --verify --deep --strict',
  ]) {
    expect(runs).toContain(step)
  }
})

test('every kind of file that is made is kept for the release', () => {
  const kept = steps
    .flatMap((step) => (step.with?.path ?? '').split('\n'))
    .filter((path) => path.startsWith('dist/'))
  expect(kept).toEqual(['dmg', 'zip', 'exe', 'AppImage', 'deb', 'tar.gz'].map((ending) => `dist/*.${ending}`))
})
