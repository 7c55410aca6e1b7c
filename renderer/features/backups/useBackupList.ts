import { useAnswer } from '#ui/useAnswer.ts'
import { useSubscription } from './useSubscription.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { BackupServices } from './backupServices.ts'

export type BackupList = Output<'listBackups'> & { readonly brandId: string }

/** Backups as they are in their folder, read again whenever one was made, proven or removed. */
export function useBackupList({ api, brandId }: Pick<BackupServices, 'api' | 'brandId'>): BackupList | null {
  const { answer } = useAnswer(
    useSubscription(api),
    async () => ({ ...(await api.listBackups({})), brandId: await brandId() }),
    '',
  )
  return answer
}
