/** Whether a dialog is open: nothing else opens over it, for Escape would close both. A palette that is closing is none. */
export function isDialogOpen(): boolean {
  const isInside = document.activeElement?.closest('[aria-modal=true]') ?? null
  return (
    isInside !== null || document.querySelector('[aria-modal=true]:not(.mantine-Spotlight-content)') !== null
  )
}
