import { utilityProcess } from 'electron'
import { z } from 'zod'
import { manifest, summary } from '#shared/backup/manifest.ts'
import { refusals } from '#shared/backup/refusal.ts'
import { err } from '#shared/result.ts'
import type { Prover } from './prover.ts'

export type Job =
  | { readonly task: 'prove'; readonly path: string }
  | { readonly task: 'inspect'; readonly paths: readonly string[] }

const answered = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: z.enum(refusals) }),
  ])
const provenAnswer = answered(manifest)
const inspectedAnswer = z.array(answered(summary))

/** Proves in a process of its own: a file made to harm takes that process with it, never the app. */
export function createProverProcess(program: string): Prover {
  return {
    prove: async (path) => {
      const answer = provenAnswer.safeParse(await run(program, { task: 'prove', path }))
      return answer.success ? answer.data : err('unreadable')
    },
    inspect: async (paths) => {
      if (paths.length === 0) return []
      const answer = inspectedAnswer.safeParse(await run(program, { task: 'inspect', paths }))
      return answer.success ? answer.data : paths.map(() => err('unreadable'))
    },
  }
}

/** What the process answers; nothing if it ends without. */
function run(program: string, job: Job): Promise<unknown> {
  return new Promise((resolve) => {
    const child = utilityProcess.fork(program, [], { serviceName: 'Microbrand backups', stdio: 'ignore' })
    child.once('message', (answer: unknown) => {
      resolve(answer)
      child.kill()
    })
    child.once('exit', () => resolve(null))
    child.postMessage(job)
  })
}
