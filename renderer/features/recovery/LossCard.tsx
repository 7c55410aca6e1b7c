import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rebuilt } from '#data/recovery.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { Loss } from '#shared/ipc/contract.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Note } from '#ui/Note.tsx'
import { ChosenLook } from './ChosenLook.tsx'
import { Held } from './Held.tsx'
import { LossWays } from './LossWays.tsx'
import { RebuildProgress } from './RebuildProgress.tsx'
import { RestoreProgress } from './RestoreProgress.tsx'
import type { BackupOffer, ChosenBackup, RecoveryScreenProps, RestoreStep } from './RecoveryScreen.tsx'
import { Sure } from './Sure.tsx'
import classes from './recovery.module.css'

type Way =
  | { readonly at: 'asking'; readonly failure: string | null }
  | { readonly at: 'looking'; readonly chosen: ChosenBackup }
  | { readonly at: 'restoring'; readonly step: RestoreStep | null }
  | { readonly at: 'restored'; readonly said: string }
  | { readonly at: 'rebuilding'; readonly progress: ImportProgress | null }
  | { readonly at: 'rebuilt'; readonly rebuilt: Rebuilt }
  | { readonly at: 'sure' }
  | { readonly at: 'accepted' }

type LossCardProps = Omit<RecoveryScreenProps, 'losses' | 'onContinue'> & {
  readonly loss: Loss
  readonly onSettled: (how: 'back' | 'accepted') => void
}

/** One brand: what is gone, what is kept, and what to do about it. */
export function LossCard({ loss, offersFor, onChoose, onLetGo, onSettled, ...does }: LossCardProps) {
  const { t } = useTranslation('recovery')
  const [way, setWay] = useState<Way>({ at: 'asking', failure: null })
  const name = loss.brand.name || t('unnamed')
  const asked = { at: 'asking', failure: null } as const

  const choose = async () => {
    const chosen = await onChoose(loss)
    setWay(chosen.ok ? { at: 'looking', chosen: chosen.value } : { at: 'asking', failure: chosen.error })
  }
  const restore = async (from: BackupOffer | ChosenBackup) => {
    setWay({ at: 'restoring', step: null })
    const restored = await does.onRestore(loss, from, (step) =>
      setWay((now) => (now.at === 'restoring' ? { ...now, step } : now)),
    )
    if (!restored.ok) return setWay({ at: 'asking', failure: restored.error })
    setWay({ at: 'restored', said: restored.value })
    onSettled('back')
  }
  const rebuild = async () => {
    setWay({ at: 'rebuilding', progress: null })
    const rebuilt = await does.onRebuild(loss, (progress) =>
      setWay((now) => (now.at === 'rebuilding' ? { ...now, progress } : now)),
    )
    if (!rebuilt.ok) return setWay({ at: 'asking', failure: t(`failed.${rebuilt.error.code}`) })
    setWay({ at: 'rebuilt', rebuilt: rebuilt.value })
    onSettled('back')
  }
  const accept = async () => {
    await does.onAccept(loss)
    setWay({ at: 'accepted' })
    onSettled('accepted')
  }
  return (
    <li className={classes.loss}>
      <h2 className={classes.name}>
        <bdi>{name}</bdi>
      </h2>
      <Text size="sm">{t(`loss.${loss.code}`)}</Text>
      <Held loss={loss} />
      {way.at === 'asking' && way.failure !== null && (
        <Note tone="bad" role="alert">
          {way.failure}
        </Note>
      )}
      {way.at === 'asking' && loss.code !== 'newer' && (
        <LossWays
          offers={offersFor(loss)}
          canRebuild={loss.brand.kept.length > 0}
          onRestore={(offer) => void restore(offer)}
          onChoose={choose}
          onRebuild={() => void rebuild()}
          onAccept={() => setWay({ at: 'sure' })}
        />
      )}
      {way.at === 'looking' && (
        <ChosenLook
          chosen={way.chosen}
          lost={name}
          onRestore={() => void restore(way.chosen)}
          onBack={() => {
            onLetGo(way.chosen)
            setWay(asked)
          }}
        />
      )}
      {way.at === 'rebuilding' && <RebuildProgress brand={name} progress={way.progress} />}
      {way.at === 'restoring' && <RestoreProgress brand={name} step={way.step} />}
      {way.at === 'restored' && (
        <Note tone="good" role="status" title={t('rebuilt.title')}>
          {way.said}
        </Note>
      )}
      {way.at === 'rebuilt' && <Back rebuilt={way.rebuilt} />}
      {way.at === 'accepted' && (
        <Note tone="plain" role="status">
          {t('accepted')}
        </Note>
      )}
      {way.at === 'sure' && <Sure onAccept={() => void accept()} onBack={() => setWay(asked)} />}
    </li>
  )
}

function Back({ rebuilt }: { readonly rebuilt: Rebuilt }) {
  const { t } = useTranslation('recovery')
  const format = useFormat()
  const said = (count: number) => ({ count, number: format.number(count) })
  return (
    <Note tone="good" role="status" title={t('rebuilt.title')}>
      {t('rebuilt.files', said(rebuilt.files))} {t('rebuilt.sales', said(rebuilt.sales))}
      {rebuilt.failed.length > 0 && (
        <Text size="sm" mt={6}>
          {t('rebuilt.failed', { ...said(rebuilt.failed.length), names: rebuilt.failed.join(', ') })}
        </Text>
      )}
    </Note>
  )
}
