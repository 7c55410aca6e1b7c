export type Legend = readonly { readonly name: string; readonly colour: string }[]

type Heading = { readonly title: string; readonly sub: string; readonly legend: Legend }

const scale = 2
const margin = 24
const head = 72
const line = 22
/** What decides how a shape looks; in a picture no style sheet reaches it. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'text-anchor',
] as const

/** A chart as PNG, as it stands on the screen, with its title and the names of its colours. */
export async function pictureOf(
  chart: SVGSVGElement,
  { title, sub, legend }: Heading,
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = chart.getBoundingClientRect()
  const image = await load(standalone(chart, width, height))
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * margin) * scale
  canvas.height = (head + height + legend.length * line + 2 * margin) * scale
  const paint = canvas.getContext('2d')
  if (paint === null) throw new Error('no canvas to draw on')
  const style = getComputedStyle(chart)
  const colourOf = (name: string) => style.getPropertyValue(name)
  paint.scale(scale, scale)
  paint.fillStyle = colourOf('--app-card')
  paint.fillRect(0, 0, canvas.width, canvas.height)
  paint.fillStyle = colourOf('--mantine-color-text')
  paint.font = "620 16px 'Inter Variable', sans-serif"
  paint.fillText(title, margin, margin + 16)
  paint.font = "12px 'Inter Variable', sans-serif"
  paint.fillStyle = colourOf('--mantine-color-dimmed')
  paint.fillText(sub, margin, margin + 35)
  paint.drawImage(image, margin, head, width, height)
  paint.font = "13px 'Inter Variable', sans-serif"
  legend.forEach(({ name, colour }, at) => {
    const top = head + height + 16 + at * line
    paint.fillStyle = colourOf(/var\((--[\w-]+)\)/.exec(colour)?.[1] ?? '')
    paint.fillRect(margin, top, 10, 10)
    paint.fillStyle = colourOf('--mantine-color-text')
    paint.fillText(name, margin + 18, top + 10)
  })
  return bytesOf(canvas)
}

/** The chart as a document of its own: looks written on each shape, nothing left to a style sheet. */
function standalone(chart: SVGSVGElement, width: number, height: number): string {
  const copy = chart.cloneNode(true) as SVGSVGElement
  const copies = copy.querySelectorAll('*')
  chart.querySelectorAll('*').forEach((shape, at) => {
    const style = getComputedStyle(shape)
    for (const name of looks) copies[at]?.setAttribute(name, style.getPropertyValue(name))
    copies[at]?.removeAttribute('style')
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('font-family', 'Inter, sans-serif')
  return new XMLSerializer().serializeToString(copy)
}

async function load(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const image = new Image()
  image.src = address
  await image.decode()
  URL.revokeObjectURL(address)
  return image
}

function bytesOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture could not be encoded'))
      else resolve(blob.arrayBuffer().then((buffer) => new Uint8Array(buffer)))
    }, 'image/png')
  })
}
