import { pictureHead } from '#shared/picture/pictureHead.ts'
import { err, ok, type Result } from '#shared/result.ts'

export type PictureError = {
  readonly code: 'not-a-picture' | 'too-large' | 'too-many-points' | 'unreadable'
}

/** Bytes of the file a person may choose, and points of its picture. */
const largestFile = 20_000_000
const mostPoints = 60_000_000

/** A picture that can be drawn. `isDrawing`: it has no size of its own. */
type ReadPicture = { readonly image: HTMLImageElement; readonly isDrawing: boolean }

/**
 * Opens the picture in a file. An SVG is drawn as an image, which runs no script and loads nothing, and only its points
 * are kept.
 */
export async function readPicture(file: Blob): Promise<Result<ReadPicture, PictureError>> {
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
    return ok({ image, isDrawing: head.type === 'svg' })
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return err({ code: 'unreadable' }) // damaged, or a drawing whose points the engine does not give
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** The picture with its longest side at most so long. A drawing without a size of its own is a square of 512. */
export function scaledTo({ image, isDrawing }: ReadPicture, side: number): HTMLCanvasElement {
  const [width, height] = [image.naturalWidth || 512, image.naturalHeight || 512]
  const scale = Math.min(side / width, side / height, isDrawing ? Number.POSITIVE_INFINITY : 1)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('the window has no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

export const blobOf = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new DOMException('no picture'))), type, quality),
  )
