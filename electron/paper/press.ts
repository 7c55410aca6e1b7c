import { randomBytes } from 'node:crypto'
import type { WebContents } from 'electron'
import type { Output } from '#shared/ipc/contract.ts'
import type { PaperJob } from '#shared/ipc/paperMessages.ts'
import { createPrinting } from '#electron/printing.ts'

type PaperPage = {
  readonly webContents: Pick<WebContents, 'print' | 'printToPDF'>
  readonly close: () => void
}
type Parts = {
  /** Opens the unseen page that draws; told when it is gone by itself. */
  readonly open: (gone: () => void) => PaperPage
  /** How long a page may take, in milliseconds. */
  readonly patience: number
}
type Drawn = { readonly id: string; readonly pages: number } | null

export type Press = {
  /** The bytes of a PDF; rejects where the page breaks or does not answer. */
  readonly pdf: (job: PaperJob) => Promise<Uint8Array>
  readonly print: (job: PaperJob) => Promise<Output<'printPaper'>>
  /** What the page says it has drawn; answered with what it is to draw next. */
  readonly next: (drawn: Drawn) => Promise<Output<'nextPaper'>>
  readonly close: () => void
}

type Asked = { readonly id: string; readonly job: PaperJob }

/** One page draws one job after the other. It is opened when it is first needed, and again after it broke. */
export function createPress({ open, patience }: Parts): Press {
  let page: PaperPage | null = null
  let waiting: ((asked: Asked) => void) | null = null
  let asked: Asked | null = null
  let settle: { readonly drawn: () => void; readonly broken: (reason: string) => void } | null = null
  let turn: Promise<unknown> = Promise.resolve()

  const drop = () => {
    const dropped = page
    page = null
    waiting = null
    dropped?.close()
  }
  const broken = (reason: string) => {
    drop()
    settle?.broken(reason)
  }
  const give = () => {
    if (asked === null || waiting === null) return
    const answer = waiting
    waiting = null
    answer(asked)
  }
  const draw = (job: PaperJob) =>
    new Promise<PaperPage>((resolve, reject) => {
      const timer = setTimeout(() => broken('the paper was not drawn in time'), patience)
      const end = () => {
        clearTimeout(timer)
        settle = null
        asked = null
      }
      settle = {
        drawn: () => {
          end()
          if (page === null) reject(new Error('the page of the paper is gone'))
          else resolve(page)
        },
        broken: (reason) => {
          end()
          reject(new Error(reason))
        },
      }
      asked = { id: randomBytes(16).toString('hex'), job }
      page ??= open(() => {
        page = null
        waiting = null
        settle?.broken('the page of the paper is gone')
      })
      give()
    })
  /** What is drawn stays until it is printed: the next job waits. */
  const inTurn = <T>(job: PaperJob, use: (page: PaperPage) => Promise<T>): Promise<T> => {
    const done = turn.then(async () => use(await draw(job)))
    turn = done.catch(() => {}) // who asked has the error
    return done
  }
  return {
    pdf: (job) => inTurn(job, ({ webContents }) => createPrinting(webContents).pdf(job.paper)),
    print: (job) =>
      inTurn(job, ({ webContents }) => createPrinting(webContents).print(job.paper)).catch(
        () => ({ ok: false, error: { code: 'failed' } }) as const,
      ),
    next: (drawn) => {
      if (drawn !== null && drawn.id === asked?.id) settle?.drawn()
      return new Promise((resolve) => {
        waiting = resolve
        give()
      })
    },
    close: () => broken('the app is closing'),
  }
}
