import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#shared/backup/refusal.ts'
import type { RestoreFailure, RestoreProgress } from '#data/backup/restoreBackup.ts'
import { Note } from '#ui/Note.tsx'
import { BackingUp } from './BackingUp.tsx'
import type { BackupServices, BrandNow } from './backupServices.ts'
import classes from './backups.module.css'
import { RestoreLook } from './RestoreLook.tsx'
import { type Opened, useRestoreTexts } from './useRestoreTexts.ts'

/** A backup of the list by its file's name, or one the person is asked for. */
export type RestoreFrom = { readonly file: string | null }

type State =
  | { readonly at: 'looking' }
  | { readonly at: 'refused'; readonly code: Refusal }
  | { readonly at: 'look'; readonly backup: Opened; readonly now: BrandNow | null }
  | { readonly at: 'restoring'; readonly progress: RestoreProgress }
  | { readonly at: 'failed'; readonly failure: RestoreFailure }

type Props = {
  readonly services: BackupServices
  readonly from: RestoreFrom
  readonly onClose: () => void
}

/** One restore, in one dialog: the look inside, the way, and what went wrong. Done, the window shows the restored brand. */
export function RestoreDialog({ services, from, onClose }: Props) {
  const { t } = useTranslation('backups')
  const texts = useRestoreTexts()
  const { api, schema } = services
  const [state, setState] = useState<State>({ at: 'looking' })
  const [asking, setAsking] = useState(from.file === null)
  const [round, setRound] = useState(0)
  const opened = useRef<string | null>(null)

  const look = useEffectEvent(async (file: string | null) => {
    const backup =
      file === null ? await api.chooseBackup({ schema }) : await api.openBackup({ name: file, schema })
    if (!backup.ok && backup.error.code === 'cancelled') return onClose()
    setAsking(false)
    if (!backup.ok) return setState({ at: 'refused', code: backup.error.code as Refusal })
    opened.current = backup.handle
    setState({ at: 'look', backup, now: await services.brandNow(backup.manifest) })
  })
  useEffect(() => {
    void look(from.file)
    return () => {
      if (opened.current !== null) void api.closeBackup({ handle: opened.current })
      opened.current = null
    }
  }, [from, round, api])
  const again = () => {
    setState({ at: 'looking' })
    setAsking(true)
    setRound(round + 1)
  }

  const restore = async (backup: Opened) => {
    setState({ at: 'restoring', progress: { phase: 'backing-up' } })
    const restored = await services.restore(backup, (progress) => setState({ at: 'restoring', progress }))
    if (!restored.ok) return setState({ at: 'failed', failure: restored.error })
    texts.tell(backup, restored.value)
  }
  const isBusy = state.at === 'restoring'
  return (
    <Modal
      opened={!asking}
      onClose={isBusy ? () => {} : onClose}
      closeOnClickOutside={false}
      withCloseButton={!isBusy}
      size={state.at === 'look' ? 620 : 520}
      title={t('look.title')}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('look.close') }}
    >
      {state.at === 'looking' && <BackingUp progress={{ done: 0, total: 0 }} title={t('progress.looking')} />}
      {state.at === 'look' && (
        <RestoreLook
          backup={state.backup}
          now={state.now}
          schema={schema}
          onRestore={() => void restore(state.backup)}
          onCancel={onClose}
        />
      )}
      {state.at === 'restoring' && (
        <>
          <BackingUp
            progress={'done' in state.progress ? state.progress : { done: 0, total: 0 }}
            title={t(`progress.${state.progress.phase}`)}
          />
          <Text size="xs" c="dimmed" mt="sm">
            {t('progress.stay')}
          </Text>
        </>
      )}
      {(state.at === 'refused' || state.at === 'failed') && (
        <Stack gap="md">
          {state.at === 'refused' ? (
            <Note tone="bad" role="alert" title={t('refused.title')}>
              {t(`refused.${state.code}`)} {t('refused.nothing')}
            </Note>
          ) : (
            <Note tone="bad" role="alert" title={t('failed.title')}>
              {texts.failed(state.failure)}
            </Note>
          )}
          <Group justify="flex-end" gap="xs">
            {from.file === null && (
              <Button variant="default" onClick={again}>
                {t('look.again')}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {t('look.close')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
