import { useEffect, useMemo, useState } from 'react'
import type { i18n } from 'i18next'
import { listBrands, setPreference } from '#data/registry.ts'
import { todayIn } from '#data/today.ts'
import type { Workers } from '#data/workers.ts'
import { defaultAccent, type Brand } from '#shared/brand/brand.ts'
import type { Api, Output } from '#shared/ipc/contract.ts'
import { themeManager } from '#ui/theme/colorScheme.ts'
import { BrandApp } from './BrandApp.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Providers } from './Providers.tsx'
import { Recovery } from './Recovery.tsx'
import { RefusedScreen } from './RefusedScreen.tsx'
import { begin, openStage, type Beginning, type Stage } from './stage.ts'
import { Welcome } from './Welcome.tsx'
import { WindowTools } from './WindowTools.tsx'

type Props = {
  readonly api: Api
  readonly workers: Workers
  readonly catalogue: i18n
  readonly info: Output<'appInfo'>
  readonly nonce: string
  readonly beginning: Beginning
}

/** The window: one stage at a time, in the colours of the brand it shows. */
export function Root({ api, workers, catalogue, info, nonce, beginning }: Props) {
  const [stage, setStage] = useState(beginning.stage)
  const [triedAccent, setTriedAccent] = useState<string | null>(null)
  const registry = stage.at === 'refused' ? null : stage.services.registry
  const themes = useMemo(
    () =>
      themeManager(beginning.theme, (theme) => {
        void api.setTheme({ theme })
        if (registry !== null) void setPreference(registry, 'theme', theme)
      }),
    [api, beginning.theme, registry],
  )
  useEffect(() => afterPaint(() => void api.painted({})), [api])
  const move = (next: Stage) => {
    setTriedAccent(null)
    setStage(next)
  }
  const restart = async () => move((await begin(api, workers)).stage)
  const accent = triedAccent ?? (stage.at === 'brand' ? stage.open.brand.accent : defaultAccent)
  return (
    <Providers catalogue={catalogue} locale={info.locale} accent={accent} themes={themes} nonce={nonce}>
      <ErrorBoundary api={api}>
        <StageView
          stage={stage}
          workers={workers}
          info={info}
          onMove={move}
          onRestart={restart}
          onAccent={setTriedAccent}
        />
        <WindowTools api={api} mac={info.platform === 'darwin'} />
      </ErrorBoundary>
    </Providers>
  )
}

type StageViewProps = {
  readonly stage: Stage
  readonly workers: Workers
  readonly info: Output<'appInfo'>
  readonly onMove: (stage: Stage) => void
  readonly onRestart: () => Promise<void>
  readonly onAccent: (accent: string | null) => void
}

function StageView({ stage, workers, info, onMove, onRestart, onAccent }: StageViewProps) {
  switch (stage.at) {
    case 'refused':
      return <RefusedScreen code={stage.code} onRetry={onRestart} />
    case 'recovery':
      return (
        <Recovery services={stage.services} workers={workers} losses={stage.losses} onContinue={onRestart} />
      )
    case 'welcome':
      return (
        <Welcome
          services={stage.services}
          workers={workers}
          info={info}
          onAccent={onAccent}
          onMove={onMove}
        />
      )
    case 'brand': {
      const { services, open } = stage
      const leave = async (brand: Brand) => {
        const others = (await listBrands(services.registry)).filter(({ id }) => id !== brand.id)
        onMove(
          others[0] === undefined
            ? { at: 'welcome', services }
            : await openStage(services, workers, others[0], []),
        )
      }
      return (
        <BrandApp
          key={open.brand.id}
          open={open}
          services={services}
          files={stage.files}
          info={info}
          onBrand={(brand) =>
            onMove({ ...stage, open: { ...open, brand, today: todayIn(brand.timeZone, info.fixedToday) } })
          }
          onAccent={onAccent}
          onLeave={leave}
          onLoss={(loss) => onMove({ at: 'recovery', services, losses: [loss] })}
        />
      )
    }
  }
}

/** Two frames later what was drawn is on the screen. Returns the function that calls it off. */
function afterPaint(work: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(work)
  })
  return () => cancelAnimationFrame(frame)
}
