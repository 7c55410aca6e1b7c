import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '#ui/Card.tsx'

const schemes = ['auto', 'light', 'dark'] as const

export function ThemeSection() {
  const { t } = useTranslation('settings')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div id="theme">
      <Card title={t('theme.title')}>
        <SegmentedControl
          size="sm"
          aria-label={t('theme.title')}
          data={schemes.map((value) => ({ value, label: t(`theme.${value}`) }))}
          value={colorScheme}
          onChange={setColorScheme}
        />
      </Card>
    </div>
  )
}
