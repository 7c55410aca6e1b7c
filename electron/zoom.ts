import type { WebContents } from 'electron'

/** As in a browser: fine near the usual size, coarse far from it. */
const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

export type ZoomChange = 'in' | 'out' | 'reset'

/** The next size; at the last one it stays. */
export function zoomed(factor: number, change: ZoomChange): number {
  if (change === 'reset') return 1
  const beyond =
    change === 'in'
      ? steps.find((step) => step > factor + 0.01)
      : steps.findLast((step) => step < factor - 0.01)
  return beyond ?? factor
}

type Parts = {
  readonly contents: Pick<WebContents, 'setZoomFactor' | 'on'>
  /** How large everything was when the app was left. */
  readonly factor: number
  readonly remember: (factor: number) => void
}

/** Keeps the size of everything in the window, from this start to the next. */
export function watchZoom({ contents, factor: first, remember }: Parts): (change: ZoomChange) => void {
  let factor = first
  const change = (to: ZoomChange) => {
    factor = zoomed(factor, to)
    contents.setZoomFactor(factor)
    remember(factor)
  }
  contents.on('dom-ready', () => contents.setZoomFactor(factor)) // a page begins with the engine's own size
  contents.on('zoom-changed', (_event, direction) => change(direction)) // Ctrl and the wheel
  return change
}
