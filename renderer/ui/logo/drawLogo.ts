import { pictureHead } from '#shared/picture/pictureHead.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'

export type LogoError = { readonly code: 'not-a-picture' | 'too-large' | 'too-many-points' | 'unreadable' }

/** Bytes of the file a person may choose, points of its picture, bytes of the logo that is kept. */
const largestFile = 20_000_000
const mostPoints = 60_000_000
const largestLogo = 150_000
/** Longest side, largest first: the first that fits is kept. */
const sides = [512, 384, 256, 128]

/**
 * Draws a picture small enough to be kept, as a data URL. An SVG is drawn as an image, which runs no script and loads
 * nothing, and only its points are kept.
 */
export async function drawLogo(file: Blob): Promise<Result<string, LogoError>> {
  if (file.size > largestFile) return err({ code: 'too-large' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const head = pictureHead(bytes)
  if (head === null) return err({ code: 'not-a-picture' })
  // looked at before it is decoded: a file of a few kilobytes can unfold to gigabytes
  if (head.type !== 'svg' && head.width * head.height > mostPoints) return err({ code: 'too-many-points' })
  const type = head.type === 'svg' ? 'image/svg+xml' : `image/${head.type}`
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    return ok(await shrink(image, head.type === 'svg'))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return err({ code: 'unreadable' }) // damaged, or a drawing whose points the engine does not give
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function shrink(image: HTMLImageElement, isDrawing: boolean): Promise<string> {
  // a drawing without a size of its own is square
  const [width, height] = [image.naturalWidth || 512, image.naturalHeight || 512]
  for (const side of sides) {
    const scale = Math.min(side / width, side / height, isDrawing ? Number.POSITIVE_INFINITY : 1)
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width * scale))
    canvas.height = Math.max(1, Math.round(height * scale))
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('the window has no canvas')
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    for (const [type, quality] of [['image/png'], ['image/webp', 0.92], ['image/webp', 0.75]] as const) {
      const blob = await blobOf(canvas, type, quality)
      if (blob.size <= largestLogo) return dataUrlOf(blob)
    }
  }
  throw new Error('no picture of 128 points a side is this large')
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new DOMException('no picture'))), type, quality),
  )

const dataUrlOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '')
    reader.onerror = () => reject(new DOMException('no picture'))
    reader.readAsDataURL(blob)
  })
