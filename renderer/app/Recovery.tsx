import { RecoveryScreen } from '#features/recovery/RecoveryScreen.tsx'
import { acceptLoss, rebuildFromKept } from '#data/recovery.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import type { Loss } from '#shared/ipc/contract.ts'

type Props = {
  readonly services: Services
  readonly workers: Workers
  readonly losses: readonly Loss[]
  readonly onContinue: () => Promise<void>
}

/** What is gone, and the ways back. */
export function Recovery({ services, workers, losses, onContinue }: Props) {
  return (
    <RecoveryScreen
      losses={losses}
      onRebuild={(loss, onProgress) => rebuildFromKept(services, workers, loss, onProgress)}
      onAccept={(loss) => acceptLoss(services, workers, loss)}
      onContinue={() => void onContinue()}
    />
  )
}
