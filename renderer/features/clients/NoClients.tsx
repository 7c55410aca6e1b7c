import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Nobody yet: where clients come from. */
export function NoClients(props: { readonly onImport: () => void; readonly onNew: () => void }) {
  const { t } = useTranslation('clients')
  return (
    <Stack align="center" gap="xs" maw={460} mx="auto" ta="center">
      <Title order={2}>{t('empty.none')}</Title>
      <Text c="dimmed" size="sm">
        {t('empty.noneText')}
      </Text>
      <Group mt="xs" gap="xs">
        <Button onClick={props.onImport}>{t('empty.import')}</Button>
        <Button variant="default" onClick={props.onNew}>
          {t('new')}
        </Button>
      </Group>
    </Stack>
  )
}

export function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation('clients')
  return (
    <Stack align="center" gap="xs" maw={460} mx="auto" ta="center">
      <Title order={2}>{t('empty.noMatch')}</Title>
      <Text c="dimmed" size="sm">
        {t('empty.noMatchText')}
      </Text>
      <Button mt="xs" variant="default" onClick={onClear}>
        {t('empty.clear')}
      </Button>
    </Stack>
  )
}
