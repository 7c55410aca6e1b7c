import { memo, type ReactNode } from 'react'

type Props = {
  /** All that the children are drawn from, but what is the same for as long as the screen is open. */
  readonly of: readonly unknown[]
  readonly children: () => ReactNode
}

/**
 * Draws its children anew only when something they are drawn from is another: what is costly to draw (a chart) stays as
 * it is while a click moves a switch beside it and its answer is on its way.
 */
export const Held = memo(
  function Held({ children }: Props) {
    return children()
  },
  (before, after) => before.of.every((one, at) => Object.is(one, after.of[at])),
)
