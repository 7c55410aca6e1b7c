import { useState } from 'react'
import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { defaultAccent, type BrandProfile } from '#shared/brand/brand.ts'
import { currencyOf } from '#shared/brand/countries.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { ChosenFile } from '#shared/ipc/contract.ts'
import { BrandStep } from './BrandStep.tsx'
import { PromisePanel } from './PromisePanel.tsx'
import { WaysOn } from './WaysOn.tsx'
import classes from './FirstStart.module.css'

export type FirstStartFailure = 'newer' | 'unopenable' | 'sample-failed'
export type FirstStartProps = {
  readonly place: { readonly locale: string; readonly country: string; readonly timeZone: string }
  /** Makes the brand and opens it, with files to import first. A failure comes back as its code. */
  readonly onBegin: (profile: BrandProfile, files: readonly ChosenFile[]) => Promise<FirstStartFailure | null>
  readonly onSample: (onProgress: (progress: ImportProgress) => void) => Promise<FirstStartFailure | null>
  /** Lets the person choose files; none if the dialog was closed. */
  readonly onChoose: () => Promise<readonly ChosenFile[]>
  /** Shows the window in the colour that is being tried. */
  readonly onAccent: (accent: string) => void
  /** Takes files dropped on the window, under this name. */
  readonly dropTarget: (brand: string, onFiles: (files: readonly ChosenFile[]) => void) => React.ReactNode
}

/** Name the brand, then two ways on: one's own exports, or a sample to look around in. */
export function FirstStart({ place, onBegin, onSample, onChoose, onAccent, dropTarget }: FirstStartProps) {
  const { t } = useTranslation('firstStart')
  const [profile, setProfile] = useState(() => suggest(place))
  const [named, setNamed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const [failure, setFailure] = useState<FirstStartFailure | null>(null)
  const change = (next: BrandProfile) => {
    setProfile(next)
    if (/^#[0-9a-f]{6}$/i.test(next.accent)) onAccent(next.accent)
  }
  const go = async (begin: () => Promise<FirstStartFailure | null>) => {
    setBusy(true)
    setFailure(null)
    setFailure(await begin())
    setProgress(null)
    setBusy(false)
  }
  const begin = (files: readonly ChosenFile[]) =>
    void go(() => onBegin({ ...profile, name: profile.name.trim() }, files))
  const choose = async () => {
    const files = await onChoose()
    if (files.length > 0) begin(files)
  }
  return (
    <div className={classes.split}>
      <PromisePanel name={profile.name} />
      <main className={classes.main}>
        <div className={classes.form}>
          {failure !== null && (
            <Alert color="red" role="alert" mb="md">
              {t(`failed.${failure}`)}
            </Alert>
          )}
          {named ? (
            <WaysOn
              busy={busy}
              onBack={() => setNamed(false)}
              onChoose={() => void choose()}
              onLater={() => begin([])}
            />
          ) : (
            <BrandStep
              profile={profile}
              locale={place.locale}
              busy={busy}
              progress={progress}
              onChange={change}
              onContinue={() => setNamed(true)}
              onSample={() => void go(() => onSample(setProgress))}
            />
          )}
        </div>
        {named && !busy && dropTarget(profile.name, begin)}
      </main>
    </div>
  )
}

function suggest({ country, timeZone }: FirstStartProps['place']): BrandProfile {
  return { name: '', country, currency: currencyOf(country), timeZone, accent: defaultAccent, niche: '' }
}
