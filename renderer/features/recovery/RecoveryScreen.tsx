import { Button, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedBackup } from '#data/backup/restoreBackup.ts'
import type { RebuildFailure, Rebuilt } from '#data/recovery.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { Loss } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'
import { LossCard } from './LossCard.tsx'
import classes from './recovery.module.css'

/** A backup a lost brand may come back from, in words; `name` is its file's. */
export type BackupOffer = {
  readonly name: string
  readonly made: string
  readonly why: string
  readonly holds: string
  readonly isProven: boolean
}
/** Newest first; `alike` where nothing but the brand's name says that they are of this one. */
export type Offers = { readonly kin: 'own' | 'alike'; readonly backups: readonly BackupOffer[] }
/** A file the person chose, proven and opened, in words. */
export type ChosenBackup = {
  readonly opened: OpenedBackup
  readonly brand: string
  readonly made: string
  readonly holds: string
  readonly kin: 'own' | 'alike' | 'foreign'
}
export type RestoreStep = { readonly said: string; readonly share: number | null }

export type RecoveryScreenProps = {
  readonly losses: readonly Loss[]
  /** Null until they are looked for. */
  readonly offersFor: (loss: Loss) => Offers | null
  /** Has the person choose a file. The error says why it cannot be restored; null where none was chosen. */
  readonly onChoose: (loss: Loss) => Promise<Result<ChosenBackup, string | null>>
  /** The chosen file is not the one. */
  readonly onLetGo: (chosen: ChosenBackup) => void
  /** Restores a backup. Answers in words, how it went. */
  readonly onRestore: (
    loss: Loss,
    from: BackupOffer | ChosenBackup,
    onProgress: (step: RestoreStep) => void,
  ) => Promise<Result<string, string>>
  /** Reads one brand's kept import files again into a fresh database. */
  readonly onRebuild: (
    loss: Loss,
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<Result<Rebuilt, RebuildFailure>>
  /** Goes on without what is gone: from now on it is not missed any more. */
  readonly onAccept: (loss: Loss) => Promise<void>
  /** On to the app, once every loss is mended or accepted. */
  readonly onContinue: () => void
}

/** Shown instead of anything else when data is missing: what is gone, what is safe, and the ways on. */
export function RecoveryScreen({ losses, onContinue, ...ways }: RecoveryScreenProps) {
  const { t } = useTranslation('recovery')
  const [settled, setSettled] = useState<ReadonlyMap<string, 'back' | 'accepted'>>(new Map())
  const isNewer = losses.every(({ code }) => code === 'newer')
  const open = losses.filter(({ brand, code }) => code !== 'newer' && !settled.has(brand.id))
  const isBack = [...settled.values()].every((how) => how === 'back')
  const title = isNewer ? 'titleNewer' : open.length > 0 ? 'title' : isBack ? 'titleBack' : 'titleDecided'
  return (
    <main className={classes.screen}>
      <div className={classes.column}>
        <Title order={1}>{t(title)}</Title>
        <Text c="dimmed" mt={6} mb="lg">
          {t(isNewer ? 'leadNewer' : 'lead')}
        </Text>
        <ul className={classes.losses} aria-label={t('brands')}>
          {losses.map((loss) => (
            <LossCard
              key={loss.brand.id}
              loss={loss}
              {...ways}
              onSettled={(how) => setSettled((before) => new Map(before).set(loss.brand.id, how))}
            />
          ))}
        </ul>
        {!isNewer && (
          <div className={classes.onward}>
            {open.length > 0 && (
              <Text size="sm" c="dimmed" id="recovery-open">
                {t('continueText')}
              </Text>
            )}
            <Button
              size="sm"
              disabled={open.length > 0}
              aria-describedby={open.length > 0 ? 'recovery-open' : undefined}
              onClick={onContinue}
            >
              {t('continue')}
            </Button>
          </div>
        )}
      </div>
    </main>
  )
}
