import { Button, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { BackupOffer } from './RecoveryScreen.tsx'
import classes from './recovery.module.css'

/** So many are shown before a person asks for all. */
const few = 4

type Props = {
  readonly backups: readonly BackupOffer[]
  /** The name of the one that is chosen. */
  readonly picked: string | null
  readonly onPick: (name: string) => void
}

/** Backups to choose from, newest first. */
export function BackupChoice({ backups, picked, onPick }: Props) {
  const { t } = useTranslation('recovery')
  const format = useFormat()
  const [all, setAll] = useState(false)
  const shown = all ? backups : backups.slice(0, few)
  const more = backups.length - shown.length
  const newest = backups.find(({ isProven }) => isProven)
  return (
    <div className={classes.choice}>
      <Radio.Group value={picked} onChange={onPick} label={t('backups.label')}>
        <Stack gap={10} mt={8}>
          {shown.map((offer) => (
            <Radio
              key={offer.name}
              value={offer.name}
              label={
                offer === newest
                  ? t('backups.newest', { made: offer.made, why: offer.why })
                  : t('backups.made', { made: offer.made, why: offer.why })
              }
              description={offer.isProven ? offer.holds : t('backups.unproven', { holds: offer.holds })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {more > 0 && (
        <Button variant="subtle" size="compact-sm" mt={8} ml={23} onClick={() => setAll(true)}>
          {t('backups.more', { count: more, number: format.number(more) })}
        </Button>
      )}
    </div>
  )
}
