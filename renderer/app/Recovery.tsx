import { useEffect, useState } from 'react'
import { backupsOf, knownIds, type KnownIds } from '#data/backup/lostBackups.ts'
import { acceptLoss, rebuildFromKept } from '#data/recovery.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import { RecoveryScreen } from '#features/recovery/RecoveryScreen.tsx'
import type { BackupItem, Loss } from '#shared/ipc/contract.ts'
import { useLostRestore } from './useLostRestore.ts'

type Props = {
  readonly services: Services
  readonly workers: Workers
  readonly losses: readonly Loss[]
  readonly onContinue: () => Promise<void>
}
type Found = { readonly backups: readonly BackupItem[]; readonly known: KnownIds }

/** What is gone, and the ways back: a backup of the folder or of any other, and the kept files. */
export function Recovery({ services, workers, losses, onContinue }: Props) {
  const { api, registry } = services
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    void Promise.all([api.listBackups({}), knownIds(registry, losses)]).then(([{ backups }, known]) =>
      setFound({ backups, known }),
    )
  }, [api, registry, losses])
  const { offer, ...restore } = useLostRestore(services, workers, found?.known ?? new Map())
  return (
    <RecoveryScreen
      losses={losses}
      offersFor={(loss) => {
        if (found === null) return null
        const { kin, items } = backupsOf(loss, found.backups, found.known)
        return { kin, backups: items.flatMap((item) => offer(item) ?? []) }
      }}
      {...restore}
      onRebuild={(loss, onProgress) => rebuildFromKept(services, workers, loss, onProgress)}
      onAccept={(loss) => acceptLoss(services, workers, loss)}
      onContinue={() => void onContinue()}
    />
  )
}
