import { lazy, Suspense, useState } from 'react'
import { Button } from '@mantine/core'
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import { useTranslation } from 'react-i18next'
import type { ReportDialogProps } from './ReportDialog.tsx'

const ReportDialog = lazy(() => import('./ReportDialog.tsx'))

/** Opens the report of a month. */
export function ReportButton(props: Omit<ReportDialogProps, 'onClose'>) {
  const { t } = useTranslation('home')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileText size={15} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {t('report.button')}
      </Button>
      {opened && (
        <Suspense fallback={null}>
          <ReportDialog {...props} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}
