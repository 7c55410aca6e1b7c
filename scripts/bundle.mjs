import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
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
    plugins: [scriptsStayOutside],
    build: {
      ssr: program,
      target: 'node20',
      outDir: 'out',
      emptyOutDir: false,
      rollupOptions: {
        output: { format: 'es', entryFileNames: `${name}.mjs`, codeSplitting: false },
      },
    },
  })
  writeFileSync(stamp, wanted)
  return file
}

/** The set-up's own programs find the project by where they lie, so they are not copied into the bundle. */
const scriptsStayOutside = {
  name: 'scripts-stay-outside',
  enforce: /** @type {const} */ ('pre'),
  async resolveId(source, importer) {
    const { id } = (await this.resolve(source, importer, { skipSelf: true })) ?? {}
    if (!id?.startsWith(join(project, 'scripts')) || !id.endsWith('.mjs')) return null
    return { id: pathToFileURL(id).href, external: true }
  },
}
