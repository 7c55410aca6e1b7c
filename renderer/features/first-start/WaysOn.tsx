import { Button, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs'
import classes from './FirstStart.module.css'

type Props = {
  readonly busy: boolean
  readonly onBack: () => void
  readonly onChoose: () => void
  readonly onLater: () => void
}

export function WaysOn({ busy, onBack, onChoose, onLater }: Props) {
  const { t } = useTranslation('firstStart')
  return (
    <>
      <Title order={1}>{t('ways.title')}</Title>
      <Text c="dimmed" mb="lg">
        {t('ways.text')}
      </Text>
      <div className={classes.drop}>
        <IconFileImport size={36} stroke={1.4} aria-hidden />
        <Text fw={600} fz={16}>
          {t('ways.drop')}
        </Text>
        <Text c="dimmed" size="sm">
          {t('ways.or')}
        </Text>
        <Button size="sm" loading={busy} onClick={onChoose}>
          {t('ways.choose')}
        </Button>
      </div>
      <Group justify="space-between" mt="md">
        <Button variant="subtle" color="gray" disabled={busy} onClick={onBack}>
          {t('ways.back')}
        </Button>
        <Button variant="subtle" disabled={busy} onClick={onLater}>
          {t('ways.later')}
        </Button>
      </Group>
    </>
  )
}
