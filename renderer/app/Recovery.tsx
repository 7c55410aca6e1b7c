import { RecoveryScreen } from '#features/recovery/RecoveryScreen.tsx'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import type { Loss } from '#shared/ipc/contract.ts'
import { err } from '#shared/result.ts'

type Props = {
  readonly services: Services
  readonly workers: Workers
  readonly losses: readonly Loss[]
  readonly onContinue: () => Promise<void>
}

/** What is gone, and the ways back. */
export function Recovery({ services, losses, onContinue }: Props) {
  return (
    <RecoveryScreen
      losses={losses}
      onRebuild={async () => err({ code: 'nothing-kept' })}
      onAccept={async ({ brand }) => void (await services.api.acceptLoss({ id: brand.id }))}
      onContinue={() => void onContinue()}
    />
  )
}
