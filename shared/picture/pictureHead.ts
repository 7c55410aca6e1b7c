/** What the first bytes of a picture say; an SVG is drawn at any size and has none. */
export type PictureHead =
  | { readonly type: 'png' | 'jpeg' | 'webp'; readonly width: number; readonly height: number }
  | { readonly type: 'svg' }

/** Finds out what a picture is by its content, never by its name; null where it is none of the four kinds. */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return readPng(view) ?? readJpeg(view) ?? readWebp(view) ?? (isSvg(bytes) ? { type: 'svg' } : null)
}

const textAt = (view: DataView, at: number, length: number): string =>
  at + length > view.byteLength
    ? ''
    : String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)))

function readPng(view: DataView): PictureHead | null {
  if (textAt(view, 0, 8) !== '\x89PNG\r\n\x1a\n' || textAt(view, 12, 4) !== 'IHDR' || view.byteLength < 24)
    return null
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** The segments of a JPEG up to the one that begins a frame: SOF0 to SOF15, without the tables DHT, JPG and DAC. */
function readJpeg(view: DataView): PictureHead | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1 // filling
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** RIFF container; the size stands in the first chunk, in one of three ways (RFC 9649). */
function readWebp(view: DataView): PictureHead | null {
  if (textAt(view, 0, 4) !== 'RIFF' || textAt(view, 8, 4) !== 'WEBP' || view.byteLength < 30) return null
  const size = webpSize(view, textAt(view, 12, 4))
  return size && { type: 'webp', ...size }
}

function webpSize(view: DataView, chunk: string) {
  if (chunk === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (chunk !== 'VP8X') return null
  return {
    width: (view.getUint32(24, true) & 0xffffff) + 1,
    height: (view.getUint32(26, true) >>> 8) + 1,
  }
}

/** Text whose first element is `svg`. */
function isSvg(bytes: Uint8Array): boolean {
  let text = new TextDecoder().decode(bytes.subarray(0, 16_384)).replace(/^\uFEFF/, '')
  for (;;) {
    const rest = text
      .trimStart()
      .replace(/^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>)/i, '')
    if (rest === text) return /^<svg[\s>]/.test(text)
    text = rest
  }
}
