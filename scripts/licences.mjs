import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import standardTexts from 'spdx-license-list/full.js'

const licenceFile = /^(licen[cs]e|copying|ofl)([.-]|$)/i
const noticeFile = /^notice([.-]|$)/i // Apache's licence asks for it to be passed on

/**
 * Two plugins for the builder. `note` takes down which packages' files are in a bundle: in every build of a run, the
 * workers' too, which the builder's own list leaves out. `write` puts all that was noted beside the window.
 */
export function licences() {
  const folders = new Set()
  const note = () => ({
    name: 'note-licences',
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
      for (const folder of ids.flatMap(packageFolder)) folders.add(folder)
    },
  })
  const write = () => ({
    name: 'write-licences',
    enforce: 'post',
    generateBundle() {
      const source = JSON.stringify([...folders].map(readLicence).toSorted(byName))
      this.emitFile({ type: 'asset', fileName: 'licences.json', source })
    },
  })
  return { note, write }
}

const byName = (one, other) => one.name.localeCompare(other.name, 'en')

/** The folder of the package a file of `node_modules` belongs to; none for the app's own files. */
function packageFolder(id) {
  const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id) ?? []
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? [folder] : []
}

function readLicence(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const text = licenceText(folder) ?? standardText(license, author)
  if (!text) throw new Error(`${name} brings no licence, so it cannot be shipped.`)
  const notice = fileText(folder, noticeFile)
  return { name, version, licence: license ?? '', text: notice === undefined ? text : `${text}\n\n${notice}` }
}

/** Where one may choose, a file may only say so (`MIT OR MPL-2.0`); the texts lie beside it. */
function licenceText(folder) {
  const texts = fileTexts(folder, licenceFile)
  return texts.find(({ length }) => length > 200) ?? texts[0]
}

const fileText = (folder, name) => fileTexts(folder, name)[0]

const fileTexts = (folder, name) =>
  readdirSync(folder)
    .filter((each) => name.test(each))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())

/** Some packages name their licence only: then its standard text, with who they say they are by. */
function standardText(id, author) {
  const holder = typeof author === 'string' ? author : (author?.name ?? '')
  const text = standardTexts[id]?.licenseText
  return text === undefined || holder === '' ? '' : `${holder}\n\n${text.trim()}`
}
