import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Imported, ImportFailure, ImportSession } from '#data/services.ts'
import type { ImportPreview, ImportProgress } from '#shared/imports/report.ts'
import type { ChosenFile } from '#shared/ipc/contract.ts'
import type { ImportServices } from './importServices.ts'

/** Where an import stands, from the choice of files to its result. */
export type ImportState =
  | { readonly step: 'choosing' }
  | {
      readonly step: 'reading'
      readonly files: readonly ChosenFile[]
      readonly progress: ImportProgress | null
    }
  | {
      readonly step: 'preview'
      readonly files: readonly ChosenFile[]
      readonly session: ImportSession
      readonly accounts: Accounts
    }
  | {
      readonly step: 'saving'
      readonly files: readonly ChosenFile[]
      readonly progress: ImportProgress | null
    }
  | { readonly step: 'done'; readonly imported: Imported; readonly preview: ImportPreview }
  | { readonly step: 'failed'; readonly failure: Failure }
/** Account name by the handle of a file. */
export type Accounts = Readonly<Record<string, string>>
/** `names`: files the system could not open at all. */
export type Failure = ImportFailure | { readonly code: 'none'; readonly names: readonly string[] }

type FlowOptions = {
  readonly services: ImportServices
  readonly opened: boolean
  readonly dropped: readonly ChosenFile[] | null
  readonly onClose: () => void
  readonly onImported: (importId: string, preview: ImportPreview) => void
}

/** To the log, as if nobody had caught it. */
const report = (cause: unknown): void => reportError(cause)

/** The steps of an import in their order: choose, read, look, commit. Nothing counts before the commit. */
export function useImportFlow({ services, opened, dropped, onClose, onImported }: FlowOptions) {
  const [state, setState] = useState<ImportState>({ step: 'choosing' })
  const reading = useRef(new AbortController())
  const held = useRef<readonly ChosenFile[]>([])

  const release = () => {
    const handles = held.current.map(({ handle }) => handle)
    held.current = []
    if (handles.length > 0) void services.api.releaseFiles({ handles })
  }
  const fail = (failure: Failure) => {
    if ('cause' in failure) report(failure.cause)
    release()
    setState({ step: 'failed', failure })
  }
  /** What nobody foresaw ends the flow with a sentence. Nothing is stored before the commit, which tells itself. */
  const orFail = async (act: Promise<void>) => {
    try {
      await act
    } catch (cause) {
      if (!reading.current.signal.aborted) fail({ code: 'broken', cause })
      else report(cause)
    }
  }
  const read = async (files: readonly ChosenFile[], accounts: Accounts) => {
    const controller = new AbortController()
    reading.current = controller
    held.current = files
    setState({ step: 'reading', files, progress: null })
    const started = await services.startImport({
      files,
      accounts,
      onProgress: (progress) => setState((now) => (now.step === 'reading' ? { ...now, progress } : now)),
      signal: controller.signal,
    })
    if (controller.signal.aborted) {
      if (started.ok) await started.value.cancel()
      return
    }
    if (started.ok) return setState({ step: 'preview', files, session: started.value, accounts })
    if (started.error.code !== 'cancelled') return fail(started.error)
    release()
    onClose()
  }
  const choose = async () => {
    setState({ step: 'choosing' })
    const chosen = await services.api.chooseFiles({})
    if (!chosen.ok) return onClose()
    if (chosen.files.length === 0)
      return setState({
        step: 'failed',
        failure: { code: 'none', names: chosen.refused.map(({ name }) => name) },
      })
    await read(chosen.files, {})
  }
  const begin = useEffectEvent(
    () => void orFail(dropped === null || dropped.length === 0 ? choose() : read(dropped, {})),
  )
  useEffect(() => {
    if (opened) begin()
    return () => reading.current.abort()
  }, [opened, dropped])

  const close = () => {
    reading.current.abort()
    if (state.step === 'preview') void state.session.cancel().catch(report)
    release()
    onClose()
  }
  /** Ends this import and passes its files on; who gets them lets go of them. */
  const handOver = async (take: (files: readonly ChosenFile[]) => void) => {
    if (state.step !== 'preview') return
    const { session, files } = state
    held.current = []
    await session.cancel().catch(report)
    onClose()
    take(files)
  }
  const commit = async () => {
    if (state.step !== 'preview') return
    const { session, files } = state
    setState({ step: 'saving', files, progress: null })
    const committed = await session.commit((progress) =>
      setState((now) => (now.step === 'saving' ? { ...now, progress } : now)),
    )
    if (!committed.ok) {
      void session.cancel().catch(report)
      return fail(committed.error)
    }
    setState({ step: 'done', imported: committed.value, preview: session.preview })
    onImported(committed.value.importId, session.preview)
  }
  /** Another account makes other sales of the same rows, so all is read again. A first name is that of all unnamed files. */
  const setAccount = async (at: number, account: string) => {
    if (state.step !== 'preview') return
    const { session, files, accounts } = state
    const isAlike = (other: number) => {
      const [one, two] = [session.preview.files[at], session.preview.files[other]]
      return (
        one?.ok &&
        two?.ok &&
        one.account === '' &&
        two.account === '' &&
        one.report.channel === two.report.channel
      )
    }
    const named = files
      .filter((_, other) => other === at || isAlike(other))
      .map(({ handle }) => [handle, account])
    await session.cancel()
    await read(files, { ...accounts, ...Object.fromEntries(named) })
  }
  return {
    state,
    choose: () => void orFail(choose()),
    close,
    handOver,
    commit: () => void commit(),
    setAccount: (at: number, account: string) => void orFail(setAccount(at, account)),
  }
}
