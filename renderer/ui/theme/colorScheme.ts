import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core'

export type Theme = 'system' | 'light' | 'dark'

/** Mantine's switch, kept where the app keeps what belongs to the person instead of in the page's local storage. */
export function themeManager(initial: Theme, onChoose: (theme: Theme) => void): MantineColorSchemeManager {
  return {
    get: () => schemeOf(initial),
    set: (scheme) => onChoose(scheme === 'auto' ? 'system' : scheme),
    subscribe: () => {},
    unsubscribe: () => {},
    clear: () => onChoose('system'),
  }
}

const schemeOf = (theme: Theme): MantineColorScheme => (theme === 'system' ? 'auto' : theme)
