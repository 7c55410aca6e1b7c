import { blobOf, readPicture, scaledTo, type PictureError } from '#ui/picture/readPicture.ts'
import { ok, type Result } from '#shared/result.ts'

/** Bytes of the logo that is kept. */
const largestLogo = 150_000
/** Longest side, largest first: the first that fits is kept. */
const sides = [512, 384, 256, 128]

/** Draws a picture small enough to be kept, as a data URL. */
export async function drawLogo(file: Blob): Promise<Result<string, PictureError>> {
  const picture = await readPicture(file)
  if (!picture.ok) return picture
  for (const side of sides) {
    const canvas = scaledTo(picture.value, side)
    for (const [type, quality] of [['image/png'], ['image/webp', 0.92], ['image/webp', 0.75]] as const) {
      const blob = await blobOf(canvas, type, quality)
      if (blob.size <= largestLogo) return ok(await dataUrlOf(blob))
    }
  }
  throw new Error('no picture of 128 points a side is this large')
}

const dataUrlOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '')
    reader.onerror = () => reject(new DOMException('no picture'))
    reader.readAsDataURL(blob)
  })
