import { useState } from 'react'
import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Api } from '#shared/ipc/contract.ts'
import { Card } from '#ui/Card.tsx'
import classes from './settings.module.css'

type Props = {
  readonly api: Pick<Api, 'showDataFolder'>
  readonly folder: string
  readonly sample: boolean
  readonly onRemoveSample: () => Promise<void>
}

/** Where everything lies, and the sample's way out. */
export function DataSection({ api, folder, sample, onRemoveSample }: Props) {
  const { t } = useTranslation('settings')
  const [removing, setRemoving] = useState(false)
  const remove = () => {
    setRemoving(true)
    void onRemoveSample()
  }
  return (
    <div id="data">
      <Card title={t('data.title')} sub={t('data.text')}>
        <p className={classes.folder}>{folder}</p>
        <Button variant="default" onClick={() => void api.showDataFolder({})}>
          {t('data.show')}
        </Button>
        {sample && (
          <Group justify="space-between" wrap="nowrap" mt="lg">
            <Text size="sm">{t('data.sample')}</Text>
            <Button variant="default" flex="none" loading={removing} onClick={remove}>
              {t('data.removeSample')}
            </Button>
          </Group>
        )}
      </Card>
    </div>
  )
}
