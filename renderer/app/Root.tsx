import { useEffect, useMemo, useRef, useState } from 'react'
import type { i18n } from 'i18next'
import { setPreference } from '#data/registry.ts'
import type { Workers } from '#data/workers.ts'
import { defaultAccent } from '#shared/brand/brand.ts'
import type { Api, Output } from '#shared/ipc/contract.ts'
import { themeManager } from '#ui/theme/colorScheme.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { beginHistory } from './lastPlace.ts'
import { Providers } from './Providers.tsx'
import { begin, type Beginning, type Stage } from './stage.ts'
import { StageView } from './StageView.tsx'
import { useBrands } from './useBrands.ts'
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
  const current = useRef(beginning.stage)
  const [history] = useState(() => beginHistory(beginning.stage))
  const [triedAccent, setTriedAccent] = useState<string | null>(null)
  const registry = 'services' in stage ? stage.services.registry : null
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
    current.current = next
    setTriedAccent(null)
    setStage(next)
  }
  const t = catalogue.getFixedT(null, 'app')
  const brands = useBrands({ workers, history, t, current: () => current.current, move })
  const restart = async (backedUp = false) => move((await begin(api, workers, backedUp)).stage)
  const accent = triedAccent ?? (stage.at === 'brand' ? stage.open.brand.accent : defaultAccent)
  return (
    <Providers catalogue={catalogue} locale={info.locale} accent={accent} themes={themes} nonce={nonce}>
      <ErrorBoundary api={api}>
        <StageView
          stage={stage}
          api={api}
          workers={workers}
          info={info}
          history={history}
          brands={brands}
          onMove={move}
          onRestart={restart}
          onAccent={setTriedAccent}
        />
        <WindowTools api={api} mac={info.platform === 'darwin'} />
      </ErrorBoundary>
    </Providers>
  )
}

/** Two frames later what was drawn is on the screen. Returns the function that calls it off. */
function afterPaint(work: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(work)
  })
  return () => cancelAnimationFrame(frame)
}
