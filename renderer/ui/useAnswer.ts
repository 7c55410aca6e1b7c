import { useEffect, useEffectEvent, useState } from 'react'

type Subscribe = (listener: () => void) => () => void
type Held<T> = { readonly key: string; readonly answer: T }

/**
 * The answer to a question that is asked again when its `key` changes and when what it was counted from does.
 * `isWanted` is false once another question took its place. The last answer stays until the next is there, so that nothing
 * on the screen jumps; `fresh` says whether it is of this key.
 */
export function useAnswer<T>(
  subscribe: Subscribe,
  ask: (isWanted: () => boolean) => Promise<T>,
  key: string,
): { readonly answer: T | null; readonly fresh: boolean } {
  const [held, setHeld] = useState<Held<T> | null>(null)
  const latest = useEffectEvent((isWanted: () => boolean) => ask(isWanted)) // called bare: what asks may be a proxy of a worker's function
  useEffect(() => {
    let round = 0
    const again = () => {
      const own = ++round
      latest(() => own === round).then(
        (answer) => own === round && setHeld({ key, answer }),
        (error: unknown) => own === round && setHeld(() => raise(error)),
      )
    }
    again()
    const stop = subscribe(again)
    return () => {
      round = -1
      stop()
    }
  }, [subscribe, key])
  return { answer: held?.answer ?? null, fresh: held?.key === key }
}

/** A question that fails is a bug; thrown while React works, it reaches the error boundary. */
function raise(error: unknown): never {
  throw error
}
