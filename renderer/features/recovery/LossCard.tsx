import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rebuilt } from '#data/recovery.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { Loss } from '#shared/ipc/contract.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Note } from '#ui/Note.tsx'
import { RebuildProgress } from './RebuildProgress.tsx'
import { RestoreProgress } from './RestoreProgress.tsx'
import type { RecoveryScreenProps, RestoreStep } from './RecoveryScreen.tsx'
import classes from './recovery.module.css'

type Way =
  | { readonly at: 'asking'; readonly failure: string | null }
  | { readonly at: 'restoring'; readonly step: RestoreStep | null }
  | { readonly at: 'restored'; readonly said: string }
  | { readonly at: 'rebuilding'; readonly progress: ImportProgress | null }
  | { readonly at: 'rebuilt'; readonly rebuilt: Rebuilt }
  | { readonly at: 'sure' }
  | { readonly at: 'accepted' }

type LossCardProps = Pick<RecoveryScreenProps, 'backupOf' | 'onRestore' | 'onRebuild' | 'onAccept'> & {
  readonly loss: Loss
  readonly onSettled: (how: 'back' | 'accepted') => void
}

/** One brand: what is gone, what is kept, and what to do about it. */
export function LossCard({ loss, backupOf, onRestore, onRebuild, onAccept, onSettled }: LossCardProps) {
  const { t } = useTranslation('recovery')
  const [way, setWay] = useState<Way>({ at: 'asking', failure: null })
  const name = loss.brand.name || t('unnamed')
  const backup = backupOf(loss)
  const canRebuild = loss.brand.kept.length > 0

  const restore = async () => {
    setWay({ at: 'restoring', step: null })
    const restored = await onRestore(loss, (step) =>
      setWay((now) => (now.at === 'restoring' ? { ...now, step } : now)),
    )
    if (!restored.ok) return setWay({ at: 'asking', failure: restored.error })
    setWay({ at: 'restored', said: restored.value })
    onSettled('back')
  }

  const rebuild = async () => {
    setWay({ at: 'rebuilding', progress: null })
    const rebuilt = await onRebuild(loss, (progress) =>
      setWay((now) => (now.at === 'rebuilding' ? { ...now, progress } : now)),
    )
    if (!rebuilt.ok) return setWay({ at: 'asking', failure: t(`failed.${rebuilt.error.code}`) })
    setWay({ at: 'rebuilt', rebuilt: rebuilt.value })
    onSettled('back')
  }
  const accept = async () => {
    await onAccept(loss)
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
      {way.at === 'asking' && loss.code !== 'newer' && (
        <>
          {backup !== null && (
            <Text size="sm" mt="sm">
              {t('restoreText', backup)}
            </Text>
          )}
          {canRebuild && (
            <Text size="xs" c="dimmed" mt="sm">
              {t('rebuildText')}
            </Text>
          )}
          <Group gap="xs" mt="sm">
            {backup !== null && <Button onClick={() => void restore()}>{t('restore')}</Button>}
            {canRebuild && (
              <Button variant={backup === null ? 'filled' : 'default'} onClick={() => void rebuild()}>
                {t('rebuild')}
              </Button>
            )}
            <Button variant="default" onClick={() => setWay({ at: 'sure' })}>
              {t('accept')}
            </Button>
          </Group>
        </>
      )}
      {way.at === 'sure' && (
        <>
          <Text size="sm" mt="sm">
            {t('acceptText')}
          </Text>
          <Group gap="xs" mt="sm">
            <Button color="red" variant="light" onClick={() => void accept()}>
              {t('acceptSure')}
            </Button>
            <Button variant="default" onClick={() => setWay({ at: 'asking', failure: null })}>
              {t('acceptBack')}
            </Button>
          </Group>
        </>
      )}
    </li>
  )
}

/** What the brand held when it was last saved, and the files that are safe. */
function Held({ loss: { brand } }: { readonly loss: Loss }) {
  const { t } = useTranslation('recovery')
  const format = useFormat()
  const [shown, setShown] = useState(false)
  const said = (count: number) => ({ count, number: format.number(count) })
  return (
    <>
      <ul className={classes.held} aria-label={t('had.label')}>
        <li>{t('had.imports', said(brand.imports))}</li>
        <li className={classes.safe}>
          {brand.kept.length === 0 ? t('had.noneKept') : t('had.kept', said(brand.kept.length))}
        </li>
      </ul>
      {brand.kept.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'files.hide' : 'files.show')}
        </Button>
      )}
      {shown && (
        <ul className={classes.kept}>
          {brand.kept.map(({ sha256, name, account }) => (
            <li key={`${sha256} ${account}`}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
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
