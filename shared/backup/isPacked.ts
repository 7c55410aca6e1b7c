/** How files begin that are compressed already: gzip, PNG, JPEG, WebP and other RIFF, zip. */
const beginnings: readonly (readonly number[])[] = [
  [0x1f, 0x8b],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x49, 0x46, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
]

/** Whether compressing these bytes once more would be time for nothing. */
export const isPacked = (bytes: Uint8Array): boolean =>
  beginnings.some((beginning) => beginning.every((byte, at) => bytes[at] === byte))
