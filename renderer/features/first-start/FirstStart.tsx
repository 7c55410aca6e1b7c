import { useState } from 'react'
import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { defaultAccent, findProfileError, type BrandProfile } from '#shared/brand/brand.ts'
import { currencyOf } from '#shared/brand/countries.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { ChosenFile } from '#shared/ipc/contract.ts'
import { BrandStep } from './BrandStep.tsx'
import { PromisePanel } from './PromisePanel.tsx'
import { SampleOffer } from './SampleOffer.tsx'
import { WaysOn } from './WaysOn.tsx'
import classes from './FirstStart.module.css'

export type FirstStartFailure = 'newer' | 'unopenable' | 'sample-failed'
export type FirstStartProps = {
  readonly place: { readonly locale: string; readonly country: string; readonly timeZone: string }
  /** Makes the brand and opens it, with files to import first. A failure comes back as its code. */
  readonly onBegin: (profile: BrandProfile, files: readonly ChosenFile[]) => Promise<FirstStartFailure | null>
  /** Opens the sample; a brand that is named already is made beside it and is there when the sample is removed. */
  readonly onSample: (
    profile: BrandProfile | null,
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<FirstStartFailure | null>
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
  const [waiting, setWaiting] = useState<readonly ChosenFile[]>([])
  const [failure, setFailure] = useState<FirstStartFailure | null>(null)
  const isNamed = findProfileError(profile) === null
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
  // Files dropped before the brand has a name wait for it.
  const drop = (files: readonly ChosenFile[]) => (isNamed ? begin(files) : setWaiting(files))
  const goOn = () => (waiting.length > 0 ? begin(waiting) : setNamed(true))
  const look = () => {
    setProgress(nothingRead)
    void go(() => onSample(named ? profile : null, setProgress))
  }
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
          {waiting.length > 0 && !named && (
            <Alert role="status" mb="md">
              {t('brand.waiting', { count: waiting.length })}
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
              onChange={change}
              onContinue={goOn}
            />
          )}
          <SampleOffer busy={busy} progress={progress} onOpen={look} />
        </div>
        {!busy && dropTarget(profile.name, drop)}
      </main>
    </div>
  )
}

const nothingRead: ImportProgress = {
  phase: 'reading',
  file: 0,
  files: 0,
  rows: 0,
  bytes: 0,
  totalBytes: 0,
  secondsLeft: null,
}

function suggest({ country, timeZone }: FirstStartProps['place']): BrandProfile {
  return { name: '', country, currency: currencyOf(country), timeZone, accent: defaultAccent, niche: '' }
}
