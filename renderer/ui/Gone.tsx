import { useEffect, useEffectEvent, type ReactNode } from 'react'

type Props = {
  /** Where there is somewhere better to be than at a record that is gone. */
  readonly onGone: (() => void) | undefined
  /** What says that the record is gone. */
  readonly children: ReactNode
}

/** A record that is gone: said to who asked for it, passed over for who only came back to where they were. */
export function Gone({ onGone, children }: Props) {
  const leave = useEffectEvent(() => onGone?.())
  useEffect(() => leave(), [])
  return onGone === undefined ? children : null
}
