import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Going on without what is gone cannot be undone, so it is asked twice. */
export function Sure({ onAccept, onBack }: { readonly onAccept: () => void; readonly onBack: () => void }) {
  const { t } = useTranslation('recovery')
  return (
    <>
      <Text size="sm" mt="sm">
        {t('acceptText')}
      </Text>
      <Group gap="xs" mt="sm">
        <Button color="red" variant="light" onClick={onAccept}>
          {t('acceptSure')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('acceptBack')}
        </Button>
      </Group>
    </>
  )
}
