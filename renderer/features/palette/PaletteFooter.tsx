import { Spotlight } from '@mantine/spotlight'
import { useTranslation } from 'react-i18next'
import { KeyCaps } from '#ui/KeyCaps.tsx'
import type { RowSort } from './entry.ts'
import classes from './palette.module.css'

type Props = {
  readonly mac: boolean
  /** What Ctrl-Enter leads from; null: it does the same as Enter. */
  readonly inList: RowSort | null
  /** The book does not answer yet. */
  readonly isReading: boolean
}

/** The keys, and what is still to come. */
export function PaletteFooter({ mac, inList, isReading }: Props) {
  const { t } = useTranslation('palette')
  const listed = inList === 'sale' || inList === 'client' || inList === 'product' || inList === 'import'
  return (
    <Spotlight.Footer className={classes.footer ?? ''}>
      <Hint keys={['Up', 'Down']} text={t('keys.move')} mac={mac} />
      <Hint keys={['Enter']} text={t('keys.open')} mac={mac} />
      {listed && <Hint keys={['CmdOrCtrl+Enter']} text={t(`keys.list.${inList}`)} mac={mac} />}
      <span className={classes.reading} role="status">
        {isReading ? t('reading') : ''}
      </span>
      <Hint keys={['Escape']} text={t('keys.close')} mac={mac} />
    </Spotlight.Footer>
  )
}

function Hint({
  keys,
  text,
  mac,
}: {
  readonly keys: readonly string[]
  readonly text: string
  readonly mac: boolean
}) {
  return (
    <span className={classes.hint}>
      {keys.map((one) => (
        <span key={one} className={classes.caps}>
          <KeyCaps keys={one} mac={mac} />
        </span>
      ))}
      {text}
    </span>
  )
}
