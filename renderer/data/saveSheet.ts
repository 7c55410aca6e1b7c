import type { Api } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import type { SaveSheet, SheetFailure } from '#shared/sheet/sheetRequest.ts'
import type { Workers } from './workers.ts'

type Parts = {
  readonly api: Pick<Api, 'beginSave' | 'writeSave' | 'endSave'>
  readonly workers: Pick<Workers, 'startSheet'>
}

/** Lines go to a worker, its bytes to the disk; the window only hands them on. A file is there whole or not at all. */
export const sheetSaver =
  ({ api, workers }: Parts): SaveSheet =>
  async ({ suggestedName, next, signal, ...spec }) => {
    const begun = await api.beginSave({ suggestedName, kind: spec.kind })
    if (!begun.ok) return err(begun.error)
    const { save } = begun
    const worker = workers.startSheet()
    let failure: SheetFailure | null = null
    const stopped = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true })
      if (signal.aborted) resolve()
    })
    try {
      const written = worker.write(
        spec,
        () => (signal.aborted ? Promise.resolve(null) : next()),
        async (bytes) => {
          const wrote = await api.writeSave({ save, bytes })
          if (!wrote.ok) failure = failureOf(wrote.error.code)
          return wrote.ok && !signal.aborted
        },
      )
      await Promise.race([written, stopped])
    } catch (error) {
      await api.endSave({ save, keep: false })
      throw error
    } finally {
      worker.stop()
    }
    const keep = failure === null && !signal.aborted
    const ended = await api.endSave({ save, keep })
    if (failure !== null) return err(failure)
    if (!keep) return err({ code: 'cancelled' })
    return ended.ok ? ok({ name: ended.name }) : err(failureOf(ended.error.code))
  }

/** A save main does not know is one it has let go of. */
const failureOf = (code: SheetFailure['code'] | 'unknown-save'): SheetFailure => ({
  code: code === 'unknown-save' ? 'failed' : code,
})
