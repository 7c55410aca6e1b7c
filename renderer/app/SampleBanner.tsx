import { useState } from 'react'
import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './SampleBanner.module.css'

export function SampleBanner({ onRemove }: { readonly onRemove: () => Promise<void> }) {
  const { t } = useTranslation('app')
  const [removing, setRemoving] = useState(false)
  const remove = () => {
    setRemoving(true)
    void onRemove()
  }
  return (
    <Group
      component="aside"
      className={classes.banner}
      aria-label={t('sample.label')}
      justify="space-between"
      wrap="nowrap"
      gap="sm"
    >
      <Text size="sm">{t('sample.text')}</Text>
      <Button variant="default" size="compact-sm" flex="none" loading={removing} onClick={remove}>
        {t('sample.remove')}
      </Button>
    </Group>
  )
}
