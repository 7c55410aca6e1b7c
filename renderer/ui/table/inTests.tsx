import { MantineProvider } from '@mantine/core'
import { act, render } from '@testing-library/react'
import { createInstance, type ResourceLanguage } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider, initReactI18next } from 'react-i18next'

/** happy-dom lays nothing out and scrolls nothing; lists need a view that is 640 px high and tells where it stands. */
function giveHeight() {
  const tops = new WeakMap<HTMLElement, number>()
  Object.defineProperty(HTMLElement.prototype, 'scrollTop', {
    configurable: true,
    get(this: HTMLElement) {
      return tops.get(this) ?? 0
    },
    set(this: HTMLElement, top: number) {
      tops.set(this, top)
      queueMicrotask(() =>
        act(() => {
          this.dispatchEvent(new Event('scroll'))
        }),
      )
    },
  })
  for (const name of ['offsetHeight', 'clientHeight', 'offsetWidth', 'clientWidth']) {
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return this.matches('[data-edge]') ? 40 : 640
      },
    })
  }
}

/** Draws what is tested as the app does: with the theme, and with the catalogue it is given. */
export function draw(node: ReactNode, catalogue: ResourceLanguage = {}) {
  giveHeight()
  // happy-dom has no fonts, and a field that grows with its text waits for them
  if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() })
  const i18n = createInstance()
  void i18n.use(initReactI18next).init({
    lng: 'en',
    resources: { en: catalogue },
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  const dressed = (inner: ReactNode) => (
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">{inner}</MantineProvider>
    </I18nextProvider>
  )
  const drawn = render(dressed(node))
  return { ...drawn, rerender: (next: ReactNode) => drawn.rerender(dressed(next)) }
}
