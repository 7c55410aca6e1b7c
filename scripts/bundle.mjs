import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { digest } from './build.mjs'
import { project } from './setup/folders.mjs'

/**
 * Bundles a TypeScript program into `out/<name>.mjs`, since Node 20 runs none, unless the bundle there was made from
 * the same sources. Packages stay outside. Answers with the bundle's path.
 */
export async function bundle(program) {
  const name = basename(program, '.ts')
  const file = join(project, 'out', `${name}.mjs`)
  const stamp = join(project, 'out', `.${name}-built-from`)
  const wanted = digest([program.split('/')[0], 'shared', 'resources', 'package-lock.json'])
  if (existsSync(file) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return file
  const { build } = await import('vite')
  await build({
    root: project,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: program,
      target: 'node20',
      outDir: 'out',
      emptyOutDir: false,
      rollupOptions: { output: { format: 'es', entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  })
  writeFileSync(stamp, wanted)
  return file
}
