import { useTranslation } from 'react-i18next'
import { InvoiceDialog } from './InvoiceDialog.tsx'
import type { IssuedServices, Opened } from './issuedServices.ts'
import { PaymentDialog } from './PaymentDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { IssuedActs } from './useIssuedActs.ts'

export type DialogName = 'payment' | 'void' | 'invoice'

type Props = {
  readonly services: IssuedServices
  readonly opened: Opened
  readonly name: DialogName | null
  readonly acts: IssuedActs
  readonly onClose: () => void
}

/** Whatever of the page's dialogs is open. */
export function Dialogs({ services, opened, name, acts, onClose }: Props) {
  const { t } = useTranslation('issued')
  if (name === 'payment') return <PaymentDialog services={services} opened={opened} onClose={onClose} />
  if (name === 'invoice')
    return <InvoiceDialog services={services} opened={opened} acts={acts} onClose={onClose} />
  if (name === null) return null
  return (
    <ReasonDialog
      title={t('void.document', { number: opened.document.issued.number })}
      text={t('void.documentText')}
      act={t('void.documentDo')}
      onClose={onClose}
      onGive={async (reason) => {
        if (await acts.void(reason)) onClose()
      }}
    />
  )
}
