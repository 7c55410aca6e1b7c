import { useEffect, useEffectEvent, useRef } from 'react'
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { backUpAll, backUpDue, type BackupParts } from '#data/backup/backUp.ts'
import { dayIn } from '#data/today.ts'
import { useBackUpNow } from '#features/backups/useBackUpNow.ts'
import { useBackupTexts } from '#features/backups/useBackupTexts.ts'
import type { BackupServices } from '#features/backups/backupServices.ts'
import type { Command, Output } from '#shared/ipc/contract.ts'
import { isBackupCommand, type BackupCommand } from './backupCommands.ts'

/** After this long, in milliseconds, a start is over and the machine has time. */
const settled = 10_000
const hourly = 3_600_000

/** Backs up at the moments nobody thinks of, on quitting and once a day, and tells what went wrong with it. */
export function useBackupKeeper(
  parts: BackupParts,
  acts: BackupServices,
  { timeZone }: Output<'appInfo'>,
  loaded: Promise<unknown>,
): void {
  const { api } = parts
  const backUpNow = useBackUpNow(acts.backUp)
  const tellTrouble = useTroubleToast(api)
  const finish = async () => {
    try {
      await backUpAll(parts, 'quit')
    } finally {
      await api.closed({})
    }
  }
  const actions: Readonly<Record<BackupCommand, () => Promise<void>>> = {
    'back-up': () => backUpNow(),
    'backups-changed': tellTrouble,
    closing: finish,
  }
  const onCommand = useEffectEvent((command: Command) => {
    if (isBackupCommand(command)) void actions[command]()
  })
  useEffect(() => api.onCommand(onCommand), [api])
  useEffect(() => {
    void api.minding({ closing: true })
    return () => void api.minding({ closing: false })
  }, [api])
  const due = useEffectEvent(() => {
    void backUpDue(parts, dayIn(timeZone), new Date())
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const again = () => {
      due()
      timer = setTimeout(again, hourly)
    }
    let here = true
    void loaded.then((loss) => {
      if (here && loss === null) timer = setTimeout(again, settled)
    })
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [loaded])
  const onStart = useEffectEvent(() => void tellTrouble())
  useEffect(() => onStart(), [])
}

/** Tells each trouble once; one made by hand has told of itself. */
function useTroubleToast(api: BackupParts['api']): () => Promise<void> {
  const { t } = useTranslation('backups')
  const texts = useBackupTexts()
  const navigate = useNavigate()
  const told = useRef('')
  return async () => {
    const { trouble } = await api.listBackups({})
    const id = 'backup-trouble'
    if (trouble === null) notifications.hide(id)
    if (trouble === null || trouble.at === told.current || trouble.reason === 'by-hand') return
    told.current = trouble.at
    notifications.show({
      id,
      color: 'red',
      autoClose: false,
      message: (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm">
            {t('toast.trouble', { reason: t(`reason.${trouble.reason}`), why: texts.why(trouble.code) })}
          </Text>
          <Button
            variant="light"
            size="compact-sm"
            flex="none"
            onClick={() => {
              notifications.hide(id)
              void navigate({ to: '/backups' })
            }}
          >
            {t('toast.see')}
          </Button>
        </Group>
      ),
    })
  }
}
