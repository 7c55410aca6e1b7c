import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs'
import { Page } from '#ui/Page.tsx'
import classes from './home.module.css'

type Props = {
  readonly brand: string
  readonly onImport: () => void
  /** Where it says how exports are got. */
  readonly onSeeHow: () => void
}

/** A brand without a single figure: one next step, and where its files are found. */
export function EmptyHome({ brand, onImport, onSeeHow }: Props) {
  const { t } = useTranslation('home')
  return (
    <Page title={brand} narrow>
      <div className={classes.welcome}>
        <IconFileImport size={40} stroke={1.3} aria-hidden />
        <h2>{t('empty.title')}</h2>
        <Text c="dimmed" maw={440}>
          {t('empty.text')}
        </Text>
        <Button size="sm" mt="xs" onClick={onImport}>
          {t('empty.import')}
        </Button>
      </div>
      <p className={classes.how}>
        <button type="button" className={classes.link} onClick={onSeeHow}>
          {t('empty.how')}
        </button>
      </p>
    </Page>
  )
}
