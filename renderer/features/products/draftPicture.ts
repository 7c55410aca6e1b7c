import type { PictureChoice } from './ProductForm.tsx'

/** A chosen picture as a draft can keep it: its bytes in base64; null leaves the picture as it was. */
export type DraftPicture = { readonly type: string; readonly base64: string } | 'none' | null

export const keptInDraft = (choice: PictureChoice): DraftPicture => {
  if (choice === 'keep') return null
  if (choice === 'none') return 'none'
  return {
    type: choice.type,
    base64: btoa(Array.from(choice.bytes, (byte) => String.fromCharCode(byte)).join('')),
  }
}

export const pictureOf = (kept: DraftPicture): PictureChoice => {
  if (kept === null) return 'keep'
  if (kept === 'none') return 'none'
  return { type: kept.type, bytes: Uint8Array.from(atob(kept.base64), (letter) => letter.charCodeAt(0)) }
}
