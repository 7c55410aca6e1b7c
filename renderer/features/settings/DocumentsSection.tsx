import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '#ui/Card.tsx'

/** The way to what stands on quotes and invoices. */
export function DocumentsSection({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <div id="documents">
      <Card title={t('documents.title')} sub={t('documents.text')}>
        <Button variant="default" onClick={onOpen}>
          {t('documents.open')}
        </Button>
      </Card>
    </div>
  )
}
