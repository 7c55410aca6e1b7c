import type { Attachment } from './database.ts'

/** Bytes as they are kept: named by what they are, so that the same picture is kept once. */
export async function attachmentOf(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Attachment> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const id = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { id, type, bytes }
}
