import { ok, type Result } from '#shared/result.ts'
import { blobOf, readPicture, scaledTo, type PictureError } from './readPicture.ts'

export type DrawnPicture = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** Longest side of a picture that is kept. */
const side = 800

/** Draws a picture small enough to be kept beside a record. */
export async function drawPicture(file: Blob): Promise<Result<DrawnPicture, PictureError>> {
  const picture = await readPicture(file)
  if (!picture.ok) return picture
  const blob = await blobOf(scaledTo(picture.value, side), 'image/webp', 0.86)
  return ok({ type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) })
}
