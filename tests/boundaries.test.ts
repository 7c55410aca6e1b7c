import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '..')
const imports = 'eslint(no-restricted-imports)'

/** One forbidden thing a file: where it stands, what it says, and the rule that has to refuse it. */
const refused = [
  ['shared/book/react.ts', "import 'react'", imports],
  ['shared/book/electron.ts', "import 'electron'", imports],
  ['shared/book/node.ts', "import 'node:fs'", imports],
  ['shared/book/bareNode.ts', "import 'fs/promises'", imports],
  ['shared/book/dexie.ts', "import 'dexie'", imports],
  ['shared/book/data.ts', "import '#data/database.ts'", imports],
  ['shared/book/lazy.ts', "export const lazy = () => import('react')", imports],
  ['shared/book/again.ts', "export * from 'dexie'", imports],
  ['shared/book/up.ts', "import '../result.ts'", imports],
  ['shared/book/hiddenUp.ts', "import './../result.ts'", imports],
  ['electron/react.ts', "import 'react'", imports],
  ['electron/dexie.ts', "import 'dexie'", imports],
  ['electron/data.ts', "import '#data/commit.ts'", imports],
  ['electron/ui.ts', "import '#ui/Money.tsx'", imports],
  ['electron/ipcMain.ts', "import { ipcMain } from 'electron'\nipcMain.handle('any', () => 1)", imports],
  [
    'electron/allOfElectron.ts',
    "import * as electron from 'electron'\nelectron.ipcMain.on('any', () => 1)",
    imports,
  ],
  ['renderer/workers/react.ts', "import 'react'", imports],
  ['renderer/workers/ui.ts', "import '#ui/Money.tsx'", imports],
  ['renderer/workers/features.ts', "import '#features/sales/search.ts'", imports],
  ['renderer/data/react.ts', "import 'react'", imports],
  ['renderer/data/ui.ts', "import '#ui/Money.tsx'", imports],
  ['renderer/data/features.ts', "import '#features/sales/search.ts'", imports],
  ['renderer/data/electron.ts', "import 'electron'", imports],
  ['renderer/ui/data.tsx', "import '#data/commit.ts'", imports],
  ['renderer/ui/features.tsx', "import '#features/sales/search.ts'", imports],
  ['renderer/ui/dexie.tsx', "import 'dexie'", imports],
  ['renderer/features/sales/home.ts', "import '#features/home/search.ts'", imports],
  ['renderer/features/sales/dexie.ts', "import 'dexie'", imports],
  ['renderer/features/sales/app.ts', "import '#app/Shell.tsx'", imports],
  ['renderer/features/sales/workers.ts', "import '#workers/book.ts?worker'", imports],
  ['renderer/features/sales/electron.ts', "import 'electron'", imports],
  ['renderer/features/sales/node.ts', "import 'node:fs'", imports],
  ['renderer/app/dexie.ts', "import 'dexie'", imports],
  ['renderer/app/electron.ts', "import 'electron'", imports],
  ['renderer/app/node.ts', "import 'node:fs'", imports],
  ['renderer/main.tsx', "import 'dexie'", imports],
  ['scripts/renderer.ts', "import '#data/commit.ts'", imports],
  ['bench/renderer.ts', "import '#ui/Money.tsx'", imports],
  ['bench/floors.ts', "import '#shared/result.ts'", imports],
  ['shared/book/builder.ts', "import { vectorFromArray } from 'apache-arrow'\nvectorFromArray([])", imports],
  ['shared/book/builder2.ts', "import { makeBuilder } from 'apache-arrow'\nmakeBuilder", imports],
  ['shared/book/builder3.ts', "import { tableFromArrays } from 'apache-arrow'\ntableFromArrays({})", imports],
  ['shared/book/builder4.ts', "import { tableFromJSON } from 'apache-arrow'\ntableFromJSON([])", imports],
  ['shared/book/arrow.ts', "import * as arrow from 'apache-arrow'\narrow.makeBuilder", imports],
  [
    'shared/book/cycleA.ts',
    "import { b } from '#shared/book/cycleB.ts'\nexport const a = () => b",
    'import(no-cycle)',
  ],
  ['shared/book/cycleB.ts', "import { a } from './cycleA.ts'\nexport const b = () => a", 'import(no-cycle)'],
  ...['process', 'window', 'document', 'fetch', 'Buffer', 'setTimeout', 'setInterval'].map(
    (name) =>
      [`shared/book/${name}Global.ts`, `export const it = ${name}`, 'eslint(no-restricted-globals)'] as const,
  ),
  ['shared/money/float.ts', "export const it = parseFloat('1')", 'eslint(no-restricted-globals)'],
  ['renderer/ui/float.ts', "export const it = Number.parseFloat('1')", 'eslint(no-restricted-properties)'],
  ['renderer/ui/fixed.ts', 'export const it = (1).toFixed(2)', 'eslint(no-restricted-properties)'],
  ['renderer/ui/html.ts', "document.body.innerHTML = '<b>'", 'eslint(no-restricted-properties)'],
  [
    'renderer/ui/Html.tsx',
    "export const it = <p dangerouslySetInnerHTML={{ __html: '' }} />",
    'react(no-danger)',
  ],
  [
    'renderer/ui/Webview.tsx',
    "export const it = <webview src='https://example.org' />",
    'microbrand(keep-protections)',
  ],
  [
    'renderer/ui/Hook.tsx',
    'export function Screen({ on }: { readonly on: boolean }) {\n  if (on) useState(1)\n  return null\n}',
    'react-hooks(rules-of-hooks)',
  ],
  [
    'renderer/ui/Deps.tsx',
    "import { useEffect } from 'react'\nexport function useTitle(title: string) {\n  useEffect(() => { document.title = title }, [])\n}",
    'react-hooks(exhaustive-deps)',
  ],
  ['renderer/ui/Picture.tsx', "export const it = <img src='logo.png' />", 'jsx-a11y(alt-text)'],
  ['electron/window.ts', 'export const it = { webSecurity: false }', 'microbrand(keep-protections)'],
  ['electron/window2.ts', 'export const it = { nodeIntegration: true }', 'microbrand(keep-protections)'],
  ['electron/window3.ts', 'export const it = { sandbox: false }', 'microbrand(keep-protections)'],
  [
    'electron/window4.ts',
    "export const it = { enableBlinkFeatures: 'CSSVariables' }",
    'microbrand(keep-protections)',
  ],
  ['electron/root.ts', "export const it = '--no-sandbox'", 'microbrand(keep-protections)'],
  [
    'renderer/data/put.ts',
    'export const it = (db: any) => db.products.put({})',
    'microbrand(one-way-to-write)',
  ],
  [
    'renderer/data/add.ts',
    'export const it = (db: any) => db.products.add({})',
    'microbrand(one-way-to-write)',
  ],
  [
    'renderer/data/table.ts',
    "export const it = (db: any) => db.table('products').delete('1')",
    'microbrand(one-way-to-write)',
  ],
  [
    'renderer/data/where.ts',
    "export const it = (db: any) => db.products.where('id').equals('1').delete()",
    'microbrand(one-way-to-write)',
  ],
  [
    'renderer/data/pageStore.ts',
    'export const it = (db: any) => db.imports.put({})',
    'microbrand(one-way-to-write)',
  ],
  [
    'renderer/data/modify.ts',
    'export const it = (them: any) => them.modify({})',
    'microbrand(one-way-to-write)',
  ],
  [
    'renderer/data/bulk.ts',
    'export const it = (them: any) => them.bulkPut([])',
    'microbrand(one-way-to-write)',
  ],
  [
    'renderer/features/sales/update.ts',
    "export const it = (db: any) => db.brand.update('1', {})",
    'microbrand(one-way-to-write)',
  ],
  [
    'renderer/workers/clear.ts',
    'export const it = (brand: any) => brand.db.pages.clear()',
    'microbrand(one-way-to-write)',
  ],
  ['shared/book/any.ts', 'export const it = (x: any) => x', 'typescript(no-explicit-any)'],
  [
    'shared/book/bang.ts',
    'export const it = (x: string | undefined) => x!',
    'typescript(no-non-null-assertion)',
  ],
  ['shared/book/ignore.ts', '// @ts-ignore\nexport const it = 1', 'typescript(ban-ts-comment)'],
  ['shared/book/swallow.ts', 'export const it = () => {\n  try { it() } catch {}\n}', 'eslint(no-empty)'],
  [
    'renderer/data/floating.ts',
    'const wait = async () => 1\nexport const it = () => { wait() }',
    'typescript(no-floating-promises)',
  ],
  [
    'renderer/data/misused.ts',
    'export const it = [1].forEach(async () => {})',
    'typescript(no-misused-promises)',
  ],
  [
    'shared/book/switch.ts',
    "export function it(x: 'a' | 'b') {\n  switch (x) { case 'a': return 1 }\n}",
    'typescript(switch-exhaustiveness-check)',
  ],
  [
    'shared/book/skipped.test.ts',
    "import { test } from 'vitest'\ntest.skip('later', () => {})",
    'vitest(no-disabled-tests)',
  ],
  ['shared/book/long.ts', '\nexport {}'.repeat(301), 'eslint(max-lines)'],
] as const

/** What each layer lives on: rules that refused everything would pass the table above. */
const allowed = [
  [
    'shared/fine/pure.ts',
    "import '#shared/result.ts'\nimport 'zod'\nimport 'apache-arrow'\nimport './near.ts'",
  ],
  ['shared/fine/pure.test.ts', "import 'vitest'\nimport 'node:fs'\nimport 'node:fs/promises'"],
  ['electron/fine.ts', "import '#shared/result.ts'\nimport 'electron'\nimport 'node:fs/promises'"],
  [
    'electron/sandbox.ts',
    "import { app } from 'electron'\nexport const it = app.commandLine.hasSwitch('no-sandbox')",
  ],
  ['electron/ipc.ts', "import { ipcMain } from 'electron'\nipcMain.handle('any', () => 1)"],
  ['renderer/workers/fine.ts', "import '#shared/result.ts'\nimport '#data/database.ts'\nimport 'comlink'"],
  ['renderer/data/fine.ts', "import '#shared/result.ts'\nimport 'dexie'"],
  [
    'renderer/data/commit.ts',
    'export const it = (db: Map<string, { put(x: object): void }>) => db.get("a")?.put({})',
  ],
  [
    'renderer/ui/fine.tsx',
    "import '#shared/result.ts'\nimport 'react'\nimport '@mantine/core'\nimport 'recharts'",
  ],
  [
    'renderer/features/fine/fine.tsx',
    "import '#data/commit.ts'\nimport '#ui/Money.tsx'\nimport 'dexie-react-hooks'",
  ],
  ['renderer/features/fine/map.ts', "const seen = new Map([['a', 1]])\nseen.delete('a')\nseen.clear()"],
  [
    'renderer/app/fine.tsx',
    "import '#features/sales/search.ts'\nimport '#workers/book.ts?worker'\nimport '#data/commit.ts'",
  ],
  ['scripts/fine.ts', "import '#shared/result.ts'\nimport 'node:fs'\nimport 'playwright'"],
  ['bench/fine.ts', "import '#shared/result.ts'\nimport 'node:fs'"],
] as const

describe('the linter', () => {
  const found = new Map<string, string[]>()
  const folder = mkdtempSync(join(tmpdir(), 'microbrand-boundaries-'))

  beforeAll(() => {
    for (const path of ['oxlint.config.mjs', 'package.json', 'tsconfig.base.json', 'scripts/lint']) {
      cpSync(join(project, path), join(folder, path), { recursive: true })
    }
    for (const layer of ['shared', 'electron', 'renderer', 'scripts', 'bench', 'tests']) {
      mkdirSync(join(folder, layer), { recursive: true })
      cpSync(join(project, layer, 'tsconfig.json'), join(folder, layer, 'tsconfig.json'))
    }
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction')
    for (const [file, source] of [...refused, ...allowed]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), `${source}\n`)
    }
    for (const { filename, code } of lint(folder)) found.set(filename, [...(found.get(filename) ?? []), code])
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(refused)('refuses %s', (file, _source, rule) => {
    expect(found.get(file) ?? []).toContain(rule)
  })

  test.each(allowed)('lets %s be', (file) => {
    expect(found.get(file) ?? []).toEqual([])
  })
})

type Finding = { readonly filename: string; readonly code: string }

/** The project's own linter, over the probes; all of them in one go. */
function lint(folder: string): readonly Finding[] {
  const program = join(project, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const words = ['-c', 'oxlint.config.mjs', '--type-aware', '-f', 'json', '.']
  const { stdout } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, PATH: `${join(project, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` },
  })
  return (JSON.parse(stdout) as { readonly diagnostics: readonly Finding[] }).diagnostics
}
