import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from './setup.mjs'
import { project } from './setup/folders.mjs'
import { say } from './setup/say.mjs'

/** The one picture all icons are drawn from. */
const source = join(project, 'resources', 'icon.svg')
/** Up to this many dots the plain drawing is used. */
const few = 32
/** The part of an icon that the plate fills: Apple's grid leaves 100 of 1024 on each side, the others leave it to the app. */
const plate = { mac: 824 / 1024, others: 1 }

const linux = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]
const windows = [16, 20, 24, 32, 40, 48, 64, 128, 256]
/** Apple's name of each size; two of one size are the same picture, for a plain and for a fine display. */
const mac = [
  { size: 16, names: ['ic04'] },
  { size: 32, names: ['ic05', 'ic11'] },
  { size: 64, names: ['ic12'] },
  { size: 128, names: ['ic07'] },
  { size: 256, names: ['ic08', 'ic13'] },
  { size: 512, names: ['ic09', 'ic14'] },
  { size: 1024, names: ['ic10'] },
]

/** Every icon of the app, by its place in the project. */
export async function drawIcons() {
  const { IconIcns, IconIco } = await import('@shockpkg/icon-encoder')
  const { Resvg } = await import('@resvg/resvg-js')
  const svg = readFileSync(source, 'utf8')
  const draw = (size, part) =>
    new Resvg(framed(size <= few ? plain(svg) : svg, part), { fitTo: { mode: 'width', value: size } })
      .render()
      .asPng()
  const [ico, icns] = [new IconIco(), new IconIcns()]
  icns.toc = true
  for (const size of windows) await ico.addFromPng(draw(size, plate.others), null, true)
  for (const { size, names } of mac) await icns.addFromPng(draw(size, plate.mac), names, true)
  const icons = new Map()
  for (const size of linux) icons.set(`resources/icons/${size}x${size}.png`, draw(size, plate.others))
  return icons
    .set('resources/icon.ico', Buffer.from(ico.encode()))
    .set('resources/icon.icns', Buffer.from(icns.encode()))
}

/** The drawing for few dots in the place of the other. */
const plain = (svg) =>
  svg.replace('id="large"', 'id="large" display="none"').replace('id="small" display="none"', 'id="small"')

/** The picture with room around it. */
function framed(svg, part) {
  const side = 1024 / part
  const start = (1024 - side) / 2
  return svg.replace('viewBox="0 0 1024 1024"', `viewBox="${start} ${start} ${side} ${side}"`)
}

// npm run icons: draws them all anew; they are kept with the code, and a test tells when the picture has changed.
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await run(async () => {
    rmSync(join(project, 'resources', 'icons'), { recursive: true, force: true })
    const icons = await drawIcons()
    for (const [path, bytes] of icons) {
      mkdirSync(dirname(join(project, path)), { recursive: true })
      writeFileSync(join(project, path), bytes)
    }
    say(`${icons.size} icons drawn from resources/icon.svg.`)
  })
}
