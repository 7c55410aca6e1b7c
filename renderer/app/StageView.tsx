import type { RouterHistory } from '@tanstack/react-router'
import { backUpOutdated } from '#data/backup/beforeUpgrade.ts'
import { todayIn } from '#data/today.ts'
import type { Workers } from '#data/workers.ts'
import type { Api, Output } from '#shared/ipc/contract.ts'
import { BrandApp } from './BrandApp.tsx'
import { Recovery } from './Recovery.tsx'
import { RefusedScreen } from './RefusedScreen.tsx'
import type { Stage } from './stage.ts'
import { UpgradeScreen } from './UpgradeScreen.tsx'
import type { useBrands } from './useBrands.ts'
import { Welcome } from './Welcome.tsx'

type Props = {
  readonly stage: Stage
  readonly api: Api
  readonly workers: Workers
  readonly info: Output<'appInfo'>
  readonly history: RouterHistory
  readonly brands: ReturnType<typeof useBrands>
  readonly onMove: (stage: Stage) => void
  readonly onRestart: (backedUp?: boolean) => Promise<void>
  readonly onAccent: (accent: string | null) => void
}

/** The one stage the window is at. */
export function StageView({
  stage,
  api,
  workers,
  info,
  history,
  brands,
  onMove,
  onRestart,
  onAccent,
}: Props) {
  switch (stage.at) {
    case 'refused':
      return <RefusedScreen code={stage.code} onRetry={onRestart} />
    case 'upgrading':
      return (
        <UpgradeScreen
          onBackUp={() => backUpOutdated(api, workers, stage.brands)}
          onContinue={() => onRestart(true)}
        />
      )
    case 'recovery':
      return (
        <Recovery services={stage.services} workers={workers} losses={stage.losses} onContinue={onRestart} />
      )
    case 'welcome': {
      const { services, behind } = stage
      return (
        <Welcome
          services={services}
          workers={workers}
          info={info}
          behind={behind?.open.brand ?? null}
          onAccent={onAccent}
          onEnter={brands.enter}
          onRestore={brands.acts.restore}
          onBack={() => behind !== null && onMove(behind)}
        />
      )
    }
    case 'brand': {
      const { services, open } = stage
      return (
        <BrandApp
          key={open.brand.id}
          open={open}
          services={services}
          workers={workers}
          files={stage.files}
          info={info}
          history={history}
          brands={brands.acts}
          onGuard={brands.setGuard}
          onBrand={(brand) =>
            onMove({ ...stage, open: { ...open, brand, today: todayIn(brand.timeZone, info.fixedToday) } })
          }
          onAccent={onAccent}
          onRestored={brands.enter}
          onLoss={(loss) => onMove({ at: 'recovery', services, losses: [loss] })}
        />
      )
    }
  }
}
