import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { IssuedDocument } from '#shared/document/derive.ts'
import type { Sheet } from '#shared/paper/sheet.ts'
import type { IssuedServices } from './issuedServices.ts'
import { useTitles } from './useTitles.ts'

/** Puts a document on paper, or into a file of its own. */
export function usePrinting(api: IssuedServices['api'], document: IssuedDocument, today: () => string) {
  const { t } = useTranslation(['issued', 'ui'])
  const titles = useTitles()
  const job = () => {
    const { language, paper } = document.content
    const sheet: Sheet = { kind: 'document', document, seller: document.issued.seller, today: today() }
    return { title: titles.document(document), language, paper, sheets: [JSON.parse(JSON.stringify(sheet))] }
  }
  return {
    print: async () => {
      const printed = await api.printPaper({ job: job() })
      if (!printed.ok && printed.error.code !== 'cancelled')
        notifications.show({ color: 'red', message: t('refused.print') })
    },
    savePdf: async () => {
      const suggestedName = titles.document(document).slice(0, 120)
      const saved = await api.savePaper({ suggestedName, job: job() })
      if (saved.ok) notifications.show({ message: t('ui:saved.done', { name: saved.name }) })
      else if (saved.error.code !== 'cancelled')
        notifications.show({ color: 'red', message: t(`ui:saved.${saved.error.code}`) })
    },
  }
}
