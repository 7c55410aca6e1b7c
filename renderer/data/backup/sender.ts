import { partSize } from '#shared/backup/part.ts'
import type { BackupFailure } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'

/** Sends some bytes of an entry; with `more` the entry goes on. */
export type Send = (
  entry: string,
  bytes: Uint8Array,
  more: boolean,
) => Promise<Result<null, { readonly code: BackupFailure }>>

/** Keeps a few entries on their way at once, never more. After the first failure nothing is sent. */
export type Sender = {
  /** An entry that was sent before is not sent again: its name is the hash of its bytes. */
  readonly sendOnce: (entry: string, bytes: Uint8Array) => Promise<void>
  readonly sendInParts: (entry: string, bytes: Uint8Array) => Promise<void>
  readonly settle: () => Promise<void>
  readonly failure: () => BackupFailure | null
}

const ahead = 3

export function createSender(send: Send): Sender {
  const sent = new Set<string>()
  const onTheWay = new Set<Promise<void>>()
  let failure: BackupFailure | null = null

  async function part(entry: string, bytes: Uint8Array, more: boolean): Promise<void> {
    if (failure !== null) return
    const answer = await send(entry, bytes, more)
    if (!answer.ok) failure ??= answer.error.code
  }
  async function sendInParts(entry: string, bytes: Uint8Array): Promise<void> {
    let from = 0
    do {
      const to = Math.min(from + partSize, bytes.length)
      await part(entry, bytes.subarray(from, to), to < bytes.length)
      from = to
    } while (from < bytes.length)
  }
  return {
    sendInParts,
    sendOnce: async (entry, bytes) => {
      if (sent.has(entry) || failure !== null) return
      sent.add(entry)
      const sending: Promise<void> = sendInParts(entry, bytes).then(() => void onTheWay.delete(sending))
      onTheWay.add(sending)
      if (onTheWay.size >= ahead) await Promise.race(onTheWay)
    },
    settle: async () => void (await Promise.all(onTheWay)),
    failure: () => failure,
  }
}
