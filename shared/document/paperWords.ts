import de from '#resources/locales/de/paper.json'
import en from '#resources/locales/en/paper.json'
import es from '#resources/locales/es/paper.json'
import fr from '#resources/locales/fr/paper.json'
import ptBR from '#resources/locales/pt-BR/paper.json'

/** What stands on paper, by the language of the document (BCP 47): catalogues of i18next, whose plurals differ. */
export const paperWords = { en, de, fr, es, 'pt-BR': ptBR } as const

/** A tax as paper names it, in the document's language: `paper:taxes.<name>`. */
export type TaxName = keyof typeof en.taxes
/** A sentence the law asks for, in the document's language: `paper:legal.<key>`. */
export type LegalKey = keyof typeof en.legal
