import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { english } from './resources.ts'

/** The catalogue is bundled, so it is there before the first screen. React escapes what it draws. */
export function createCatalogue(): i18n {
  const catalogue = createInstance()
  void catalogue.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'app',
    resources: { en: english },
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return catalogue
}
