import { useEffect, useState } from 'react'
import { Button, Group, Modal, Portal, ScrollArea, SegmentedControl, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { Report } from '#shared/book/questions.ts'
import type { Days } from '#shared/calendar/period.ts'
import type { Paper } from '#shared/ipc/contract.ts'
import { papers } from '#shared/ipc/saveMessages.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { HomeScreenProps } from './HomeScreen.tsx'
import { askMonthReport, reportMonths } from './monthReport.ts'
import { ReportSheet } from './ReportSheet.tsx'
import classes from './report.module.css'

export type ReportDialogProps = Pick<HomeScreenProps, 'services' | 'brand'> & {
  readonly currency: string
  readonly report: Report
  readonly together: boolean
  readonly known: Days
  /** The days Home shows: the report begins with their last month. */
  readonly shown: Days
  readonly onClose: () => void
}

/** A PDF bears the window's title. */
function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
}

/** Countries whose printers hold Letter. */
const letterCountries = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'GT', 'CR', 'PA', 'DO', 'PR']

/** A month on one page: what is seen here is what is printed. */
export default function ReportDialog({
  services,
  brand,
  known,
  shown,
  onClose,
  ...asked
}: ReportDialogProps) {
  const { t } = useTranslation('home')
  const { t: ui } = useTranslation('ui')
  const format = useFormat()
  const today = services.today()
  const months = reportMonths(known, today)
  const [month, setMonth] = useState(
    () => months.find((name) => name <= shown.to.slice(0, 7)) ?? today.slice(0, 7),
  )
  const [paper, setPaper] = useState<Paper>(letterCountries.includes(brand.country) ? 'Letter' : 'A4')
  const question = { month, today, ...asked }
  const { answer, fresh } = useAnswer(
    services.book.subscribe,
    () => askMonthReport(services.book, question),
    JSON.stringify(question),
  )
  useTitle(t('report.file', { brand: brand.name, month }))
  const sheet = answer && <ReportSheet brand={brand} report={answer} paper={paper} />
  const print = async () => {
    const printed = await services.api.printPage({ paper })
    if (printed.ok) notifications.show({ message: t('report.printed') })
    else if (printed.error.code !== 'cancelled')
      notifications.show({ color: 'red', message: t('report.printFailed') })
  }
  const save = async () => {
    const suggestedName = t('report.file', { brand: brand.name.slice(0, 80), month })
    const saved = await services.api.savePage({ suggestedName, paper })
    if (saved.ok) notifications.show({ message: ui('saved.done', { name: saved.name }) })
    else if (saved.error.code !== 'cancelled')
      notifications.show({ color: 'red', message: ui(`saved.${saved.error.code}`) })
  }
  return (
    <Modal
      opened
      size={760}
      title={t('report.title')}
      closeButtonProps={{ 'aria-label': t('report.close') }}
      onClose={onClose}
    >
      <Group mb="md" align="end" gap="sm">
        <Select
          label={t('report.month')}
          size="xs"
          allowDeselect={false}
          data={months.map((value) => ({ value, label: format.bucket(value) }))}
          value={month}
          onChange={(value) => value !== null && setMonth(value)}
        />
        <SegmentedControl<Paper>
          aria-label={t('report.paper')}
          data={papers.map((value) => ({ value, label: value === 'A4' ? 'A4' : t('report.letter') }))}
          value={paper}
          onChange={setPaper}
        />
        <Group gap="xs" ml="auto">
          <Button size="xs" variant="default" disabled={!fresh} onClick={() => void print()}>
            {t('report.print')}
          </Button>
          <Button size="xs" disabled={!fresh} onClick={() => void save()}>
            {t('report.pdf')}
          </Button>
        </Group>
      </Group>
      <ScrollArea.Autosize
        mah="62vh"
        className={classes.preview}
        aria-busy={!fresh}
        viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('report.preview') }}
      >
        {sheet}
      </ScrollArea.Autosize>
      <Portal reuseTargetNode={false}>
        <div className={classes.paper} data-printed>
          {sheet}
        </div>
      </Portal>
    </Modal>
  )
}
