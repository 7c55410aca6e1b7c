import 'i18next'
import type paper from '#resources/locales/en/paper.json'
import type sheet from '#resources/locales/en/sheet.json'
import type { english } from './resources.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    /** What stands on documents is in catalogues of its own: their language is not the app's. */
    resources: typeof english & { readonly sheet: typeof sheet; readonly paper: typeof paper }
  }
}
