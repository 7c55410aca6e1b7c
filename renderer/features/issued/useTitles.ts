import { useTranslation } from 'react-i18next'
import type { Document } from '#shared/document/document.ts'

/** What documents are called: `Invoice 2026-0001`. */
export function useTitles() {
  const { t } = useTranslation('documents')
  const kind = ({ content }: Pick<Document, 'content'>) =>
    content.isDeposit ? t('deposit') : t(`kinds.${content.kind}`)
  return {
    kind,
    document: (document: Document) =>
      document.issued === null
        ? t(`draftOf.${document.content.kind}`)
        : `${kind(document)} ${document.issued.number}`,
  }
}
