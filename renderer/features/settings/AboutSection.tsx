import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/ipc/contract.ts'
import { Card } from '#ui/Card.tsx'
import { LicencesDialog } from './LicencesDialog.tsx'
import classes from './settings.module.css'

export function AboutSection({ info }: { readonly info: Output<'appInfo'> }) {
  const { t } = useTranslation('settings')
  const [showsLicences, setShowsLicences] = useState(false)
  const facts = [
    ['version', info.version],
    ['electron', info.electron],
    ['chromium', info.chromium],
  ] as const
  return (
    <div id="about">
      <Card title={t('about.title')} sub={t('about.text')}>
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`about.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Button variant="default" mt="md" onClick={() => setShowsLicences(true)}>
          {t('licences.show')}
        </Button>
        <LicencesDialog opened={showsLicences} onClose={() => setShowsLicences(false)} />
      </Card>
    </div>
  )
}
