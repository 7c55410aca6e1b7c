import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BackupChoice } from './BackupChoice.tsx'
import type { BackupOffer, Offers } from './RecoveryScreen.tsx'
import classes from './recovery.module.css'

type Props = {
  /** Null until the backups are looked for. */
  readonly offers: Offers | null
  readonly canRebuild: boolean
  readonly onRestore: (offer: BackupOffer) => void
  readonly onChoose: () => Promise<void>
  readonly onRebuild: () => void
  readonly onAccept: () => void
}

/** The ways on: a backup, the kept files, or without. */
export function LossWays({ offers, canRebuild, onRestore, onChoose, onRebuild, onAccept }: Props) {
  const { t } = useTranslation('recovery')
  const [picked, setPicked] = useState<string | null>(null)
  const [isChoosing, setIsChoosing] = useState(false)
  if (offers === null) return null
  const { kin, backups } = offers
  const suggested = kin === 'own' ? backups.find(({ isProven }) => isProven) : undefined
  const offer = backups.find(({ name }) => name === picked) ?? suggested
  const choose = async () => {
    setIsChoosing(true)
    await onChoose()
    setIsChoosing(false)
  }
  return (
    <>
      <section className={classes.way} aria-label={t('way.backup')}>
        <h3 className={classes.wayName}>{t('way.backup')}</h3>
        {backups.length === 0 && <Text size="sm">{t('backups.none')}</Text>}
        {backups.length > 0 && kin === 'alike' && <Text size="sm">{t('backups.alike')}</Text>}
        {backups.length > 0 && (
          <BackupChoice backups={backups} picked={offer?.name ?? null} onPick={setPicked} />
        )}
        {backups.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('restoreText')}
          </Text>
        )}
        <Group gap="xs" mt="sm">
          {backups.length > 0 && (
            <Button
              disabled={offer === undefined || isChoosing}
              onClick={() => offer !== undefined && onRestore(offer)}
            >
              {t('restore')}
            </Button>
          )}
          <Button variant="default" loading={isChoosing} onClick={() => void choose()}>
            {t(backups.length === 0 ? 'restoreFile' : 'restoreOther')}
          </Button>
        </Group>
      </section>
      {canRebuild && (
        <section className={classes.way} aria-label={t('way.kept')}>
          <h3 className={classes.wayName}>{t('way.kept')}</h3>
          <Text size="xs" c="dimmed">
            {t('rebuildText')}
          </Text>
          <Button
            mt="sm"
            variant={backups.length === 0 ? 'filled' : 'default'}
            disabled={isChoosing}
            onClick={onRebuild}
          >
            {t('rebuild')}
          </Button>
        </section>
      )}
      <div className={classes.without}>
        <Button variant="subtle" color="gray" disabled={isChoosing} onClick={onAccept}>
          {t('accept')}
        </Button>
      </div>
    </>
  )
}
