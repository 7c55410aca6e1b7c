export type Legend = readonly { readonly name: string; readonly colour: string }[]

type Heading = {
  readonly title: string
  readonly sub: string
  /** Whose figures they are, and of which days. */
  readonly caption: string
  readonly legend: Legend
}

const scale = 2
const margin = 24
const head = 72
const foot = 30
/** A narrow chart leaves room for the words around it. */
const narrowest = 420
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

/** A chart as PNG, on white whatever the window's theme, with its title, whose it is, and the names of its colours. */
export async function pictureOf(
  chart: SVGSVGElement,
  { title, sub, caption, legend }: Heading,
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = chart.getBoundingClientRect()
  const lines = legend.map(({ name, colour }) => ({
    name,
    variable: /var\((--[\w-]+)\)/.exec(colour)?.[1] ?? '',
  }))
  const drawn = inLight(() => {
    const style = getComputedStyle(chart)
    const colourOf = (name: string) => style.getPropertyValue(name)
    return {
      svg: standalone(chart, width, height),
      card: colourOf('--app-card'),
      text: colourOf('--mantine-color-text'),
      dimmed: colourOf('--mantine-color-dimmed'),
      legend: lines.map(({ name, variable }) => ({ name, colour: colourOf(variable) })),
    }
  })
  const image = await load(drawn.svg)
  const canvas = document.createElement('canvas')
  canvas.width = (Math.max(width, narrowest) + 2 * margin) * scale
  canvas.height = (head + height + legend.length * line + foot + 2 * margin) * scale
  const paint = canvas.getContext('2d')
  if (paint === null) throw new Error('no canvas to draw on')
  paint.scale(scale, scale)
  paint.fillStyle = drawn.card
  paint.fillRect(0, 0, canvas.width, canvas.height)
  paint.fillStyle = drawn.text
  paint.font = "620 16px 'Inter Variable', sans-serif"
  paint.fillText(title, margin, margin + 16)
  paint.font = "12px 'Inter Variable', sans-serif"
  paint.fillStyle = drawn.dimmed
  paint.fillText(sub, margin, margin + 35)
  paint.drawImage(image, margin, head, width, height)
  paint.font = "13px 'Inter Variable', sans-serif"
  drawn.legend.forEach(({ name, colour }, at) => {
    const top = head + height + 16 + at * line
    paint.fillStyle = colour
    paint.fillRect(margin, top, 10, 10)
    paint.fillStyle = drawn.text
    paint.fillText(name, margin + 18, top + 10)
  })
  paint.font = "12px 'Inter Variable', sans-serif"
  paint.fillStyle = drawn.dimmed
  paint.fillText(caption, margin, canvas.height / scale - margin)
  return bytesOf(canvas)
}

/** What is read of the page in here has the colours of paper; nothing is drawn meanwhile. */
function inLight<T>(read: () => T): T {
  const page = document.documentElement
  const theme = page.getAttribute('data-mantine-color-scheme') ?? 'light'
  page.setAttribute('data-mantine-color-scheme', 'light')
  try {
    return read()
  } finally {
    page.setAttribute('data-mantine-color-scheme', theme)
  }
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
