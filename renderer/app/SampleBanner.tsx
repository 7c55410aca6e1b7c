import { useState } from 'react'
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import classes from './SampleBanner.module.css'

export function SampleBanner({ onRemove }: { readonly onRemove: () => Promise<boolean> }) {
  const { t } = useTranslation('app')
  const [removing, setRemoving] = useState(false)
  const remove = async () => {
    setRemoving(true)
    if (await onRemove()) return
    setRemoving(false)
    notifications.show({ color: 'red', message: t('sample.failed') })
  }
  return (
    <Group className={classes.banner} role="note" justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{t('sample.text')}</Text>
      <Button variant="default" size="compact-sm" disabled={removing} onClick={() => void remove()}>
        {t(removing ? 'sample.removing' : 'sample.remove')}
      </Button>
    </Group>
  )
}
