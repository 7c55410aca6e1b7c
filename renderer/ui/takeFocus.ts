/** As a `ref` of the one obvious next step: a dialog whose content changes has lost what had the focus. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus({ preventScroll: true })
