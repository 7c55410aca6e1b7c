import { Button, Group, List, Stack, Text, ThemeIcon } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '#shared/imports/report.ts'
import { takeFocus } from '#ui/takeFocus.ts'
import { useResultTexts } from './useResultTexts.ts'

type ImportDoneProps = {
  readonly preview: ImportPreview
  readonly onSeeSales: () => void
  readonly onSeeHome: () => void
  readonly onClose: () => void
}

/** What the import did, and the two places to see it. */
export function ImportDone({ preview, onSeeSales, onSeeHome, onClose }: ImportDoneProps) {
  const { t } = useTranslation('imports')
  const texts = useResultTexts()
  return (
    <Stack gap="md">
      <Group wrap="nowrap" align="start">
        <ThemeIcon radius="xl" size={36} variant="light" aria-hidden>
          <IconCheck size={20} />
        </ThemeIcon>
        <div>
          <List size="sm" listStyleType="none">
            {texts(preview).map((text, at) => (
              <List.Item key={text} fw={at === 0 ? 600 : 400}>
                {text}
              </List.Item>
            ))}
          </List>
          <Text size="xs" c="dimmed" mt={6}>
            {t('done.kept')}
          </Text>
        </div>
      </Group>
      <Group justify="end" gap="xs">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('done.close')}
        </Button>
        <Button variant="default" onClick={onSeeHome}>
          {t('done.seeHome')}
        </Button>
        <Button ref={takeFocus} onClick={onSeeSales} data-autofocus>
          {t('done.seeSales')}
        </Button>
      </Group>
    </Stack>
  )
}
