import { expose } from 'comlink'
import { partAddress, partReply } from '#shared/backup/part.ts'
import { err, ok } from '#shared/result.ts'
import { createBackupHost } from './backupHost.ts'

expose(
  createBackupHost({
    send: (handle) => async (entry, bytes, more) => {
      const response = await fetch(partAddress(handle, entry, more), { method: 'POST', body: bytes.slice() })
      const reply = response.ok ? partReply.parse(await response.json()) : null
      return reply?.ok ? ok(null) : err({ code: reply?.code ?? 'failed' })
    },
    read: (handle) =>
      async function* (entry) {
        const response = await fetch(partAddress(handle, entry))
        if (!response.ok || !response.body) throw new Error('the backup cannot be read')
        const reader = response.body.getReader()
        for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
      },
  }),
)
