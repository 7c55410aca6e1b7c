import { systemDisk } from '#electron/files/disk.ts'
import { createProver } from './prover.ts'
import type { Job } from './proverProcess.ts'

// Runs in a process of its own: does one job, answers, and ends.
const prover = createProver(systemDisk)
process.parentPort.once('message', ({ data }: { readonly data: Job }) => {
  const done: Promise<unknown> = data.task === 'prove' ? prover.prove(data.path) : prover.inspect(data.paths)
  void done.then((answer) => {
    process.parentPort.postMessage(answer)
  })
})
