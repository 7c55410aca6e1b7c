import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freshFolder } from './launch.ts'

export type ThrowAwaySystem = {
  /** What stands before a command so that it runs in there. */
  readonly inside: readonly string[]
  /** Runs a command in there as root; throws with what it said if it fails. Answers with what it wrote. */
  readonly run: (...command: readonly string[]) => string
  readonly end: () => Promise<void>
}

/**
 * A layer over this machine in which root may install and remove: nothing of it reaches the machine, and it ends with the
 * test. `shared` is a folder that is the same inside and outside. Null where there is no right to make one.
 */
export async function throwAwaySystem(shared: string): Promise<ThrowAwaySystem | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const holder = spawn(
    'unshare',
    ['--mount', '--propagation', 'private', 'sh', '-euc', layer, 'sh', await freshFolder(), shared],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const ended = once(holder, 'exit').catch(() => null)
  if (!(await isReady(holder))) return null
  const inside = ['nsenter', `--mount=/proc/${holder.pid}/ns/mnt`, '--']
  return {
    inside,
    run: (...command) => {
      const [program = '', ...words] = [...inside, ...command]
      return execFileSync(program, words, { encoding: 'utf8', stdio: 'pipe' })
    },
    end: async () => {
      holder.kill('SIGKILL')
      await ended
    },
  }
}

/** The layer becomes the root itself: in a mere chroot nobody may make the namespaces a sandbox lives in. */
const layer = `
mount -t tmpfs tmpfs "$1"
mkdir "$1/upper" "$1/work" "$1/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/root"
for each in /dev /proc /sys "$2"; do mount --rbind "$each" "$1/root$each"; done
cd "$1/root"
pivot_root . mnt
umount -l /mnt
echo ready
exec sleep infinity
`

const isReady = (holder: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    holder.stdout?.once('data', () => resolve(true))
    holder.once('exit', () => resolve(false))
    holder.once('error', () => resolve(false))
  })
