import { useEffect, useEffectEvent, useState } from 'react'
import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs'
import { findProfileError, type Brand, type BrandProfile } from '#shared/brand/brand.ts'
import { currencyOf } from '#shared/brand/countries.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { ChosenFile } from '#shared/ipc/contract.ts'
import { BrandStep } from './BrandStep.tsx'
import { DeletedOffer } from './DeletedOffer.tsx'
import { PromisePanel } from './PromisePanel.tsx'
import { SampleOffer } from './SampleOffer.tsx'
import { WaysOn } from './WaysOn.tsx'
import classes from './FirstStart.module.css'

export type FirstStartFailure = 'newer' | 'unopenable' | 'sample-failed'
export type FirstStartProps = {
  /** What a new brand begins with; the currency is the country's. */
  readonly place: {
    readonly locale: string
    readonly country: string
    readonly timeZone: string
    readonly accent: string
  }
  /** The way back to the brand that is open; null at the first start. */
  readonly back: { readonly name: string; readonly go: () => void } | null
  /** Brands that were deleted and can be restored. */
  readonly deleted: readonly Brand[]
  /** Makes the brand and opens it, with files to import first. A failure comes back as its code. */
  readonly onBegin: (profile: BrandProfile, files: readonly ChosenFile[]) => Promise<FirstStartFailure | null>
  /**
   * Opens the sample; a brand that is named already is made beside it and is there when the sample is removed. Null where
   * there is a sample.
   */
  readonly onSample:
    | ((
        profile: BrandProfile | null,
        onProgress: (progress: ImportProgress) => void,
      ) => Promise<FirstStartFailure | null>)
    | null
  readonly onRestore: (id: string) => Promise<void>
  /** Lets the person choose files; none if the dialog was closed. */
  readonly onChoose: () => Promise<readonly ChosenFile[]>
  /** Shows the window in the colour that is being tried. */
  readonly onAccent: (accent: string) => void
  /** Takes files dropped on the window, under this name. */
  readonly dropTarget: (brand: string, onFiles: (files: readonly ChosenFile[]) => void) => React.ReactNode
}

/** Name the brand, then two ways on: one's own exports, or a sample to look around in. */
export function FirstStart(props: FirstStartProps) {
  const { place, back, deleted, onBegin, onSample, onChoose, onRestore, onAccent, dropTarget } = props
  const { t } = useTranslation('firstStart')
  const [profile, setProfile] = useState(() => suggest(place))
  const [named, setNamed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const [waiting, setWaiting] = useState<readonly ChosenFile[]>([])
  const [failure, setFailure] = useState<FirstStartFailure | null>(null)
  const tryAccent = useEffectEvent(() => onAccent(profile.accent))
  useEffect(() => tryAccent(), [])
  const isNamed = findProfileError(profile) === null
  const change = (next: BrandProfile) => {
    setProfile(next)
    if (/^#[0-9a-f]{6}$/i.test(next.accent)) onAccent(next.accent)
  }
  const go = async (begin: () => Promise<FirstStartFailure | null>) => {
    setBusy(true)
    setFailure(null)
    try {
      setFailure(await begin())
    } finally {
      setProgress(null)
      setBusy(false)
    }
  }
  const begin = (files: readonly ChosenFile[]) =>
    void go(() => onBegin({ ...profile, name: profile.name.trim() }, files))
  // Files dropped before the brand has a name wait for it.
  const drop = (files: readonly ChosenFile[]) => (isNamed ? begin(files) : setWaiting(files))
  const goOn = () => (waiting.length > 0 ? begin(waiting) : setNamed(true))
  const look = (open: NonNullable<typeof onSample>) => {
    setProgress(nothingRead)
    void go(() => open(named ? profile : null, setProgress))
  }
  const choose = async () => {
    const files = await onChoose()
    if (files.length > 0) begin(files)
  }
  return (
    <div className={classes.split}>
      <PromisePanel name={profile.name} logo={profile.logo} />
      <main className={classes.main}>
        <div className={classes.form}>
          {back !== null && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              ml={-8}
              mb="sm"
              maw="100%"
              disabled={busy}
              leftSection={<IconArrowLeft size={15} stroke={1.8} aria-hidden />}
              onClick={back.go}
            >
              {t('backTo', { brand: back.name })}
            </Button>
          )}
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
          {onSample !== null && <SampleOffer busy={busy} progress={progress} onOpen={() => look(onSample)} />}
          {deleted.length > 0 && (
            <DeletedOffer brands={deleted} busy={busy} onRestore={(id) => void onRestore(id)} />
          )}
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

function suggest({ country, timeZone, accent }: FirstStartProps['place']): BrandProfile {
  return { name: '', country, currency: currencyOf(country), timeZone, accent, niche: '', logo: null }
}
