import { useState } from 'react'
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { exportJournal } from '#data/documents/exportJournal.ts'
import { verifyDocuments, type Verified } from '#data/documents/verify.ts'
import { Card } from '#ui/Card.tsx'
import type { BusinessServices } from './BusinessScreen.tsx'
import classes from './business.module.css'
import { JournalReport } from './JournalReport.tsx'

type Props = {
  readonly services: BusinessServices
  readonly brand: { readonly name: string }
  readonly onDocument: (id: string) => void
}

/** The journal of documents: whether it holds, and a copy of it for others to check. */
export function JournalCard({ services: { db, api, today }, brand, onDocument }: Props) {
  const { t } = useTranslation(['business', 'ui'])
  const [verified, setVerified] = useState<Verified | null>(null)
  const [busy, setBusy] = useState<'verify' | 'export' | null>(null)
  const verify = async () => {
    setBusy('verify')
    try {
      setVerified(await verifyDocuments(db))
    } finally {
      setBusy(null)
    }
  }
  const save = async () => {
    setBusy('export')
    try {
      const name = t('journal.fileName', { brand: brand.name.slice(0, 60), day: today() })
      const saved = await exportJournal(db, api, `${name}.json`)
      if (saved.ok) return void notifications.show({ message: t('ui:saved.done', { name: saved.name }) })
      const { code } = saved.error
      if (code !== 'cancelled')
        notifications.show({
          color: 'red',
          message: t(`ui:saved.${code === 'unknown-save' ? 'failed' : code}`),
        })
    } finally {
      setBusy(null)
    }
  }
  return (
    <Card title={t('journal.title')} sub={t('journal.text')}>
      <div className={classes.stack}>
        {verified && <JournalReport verified={verified} onDocument={onDocument} />}
        <Group gap="xs">
          <Button
            variant="default"
            loading={busy === 'verify'}
            disabled={busy === 'export'}
            onClick={() => void verify()}
          >
            {t('journal.verify')}
          </Button>
          <Button
            variant="default"
            loading={busy === 'export'}
            disabled={busy === 'verify'}
            onClick={() => void save()}
          >
            {t('journal.export')}
          </Button>
        </Group>
        <p className={classes.examples}>{t('journal.evidence')}</p>
      </div>
    </Card>
  )
}
