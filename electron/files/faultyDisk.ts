import { type Disk, systemDisk } from './disk.ts'

type Fault = {
  /** The how-manieth touch of the disk fails. */
  readonly at: number
  readonly code: string
  /** Everything after it fails too, as if the process were gone. */
  readonly crash?: boolean
}

/** A real disk of which one touch fails; for tests. */
export function faultyDisk({ at, code, crash = false }: Fault) {
  let touches = 0
  const fault = <F extends (...given: never[]) => unknown>(call: F): F =>
    ((...given: never[]) => {
      touches += 1
      if (touches === at || (crash && touches > at))
        return Promise.reject(Object.assign(new Error(code), { code }))
      return call(...given)
    }) as F
  const open: Disk['open'] = async (...given) => {
    const file = await systemDisk.open(...given)
    const close = file.close.bind(file)
    return Object.assign(file, {
      writeFile: fault(file.writeFile.bind(file)),
      sync: fault(file.sync.bind(file)),
      // even a close that fails gives the file back to the system
      close: () => close().then(fault(() => Promise.resolve())),
    })
  }
  const disk: Disk = {
    ...systemDisk,
    mkdir: fault(systemDisk.mkdir),
    open: fault(open),
    readdir: fault(systemDisk.readdir),
    readFile: fault(systemDisk.readFile),
    rename: fault(systemDisk.rename),
    rm: fault(systemDisk.rm),
  }
  return { disk, reached: () => touches >= at }
}
