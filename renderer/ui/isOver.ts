/**
 * Whether something that Escape closes by itself has the focus: a dialog, a menu, or the open list of a field. React
 * lets the keys of these come by the page they were opened from.
 */
export function isOver(target: EventTarget): boolean {
  if (!(target instanceof Element)) return false
  const layer = '[role=dialog], [role=menu], [role=listbox], [data-mantine-stop-propagation=true]'
  return target.closest(layer) !== null || target.getAttribute('aria-expanded') === 'true'
}
