/** Most of a long list is not on the page, so there its own search is the one that finds. False where there is none. */
export function focusListSearch(): boolean {
  if (document.querySelector('[role=dialog]') !== null) return false
  const field = document.querySelector('main [role=search] input')
  if (!(field instanceof HTMLInputElement) || !field.checkVisibility()) return false
  field.focus()
  field.select()
  return true
}
