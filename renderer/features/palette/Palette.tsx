import { Modal, VisuallyHidden } from '@mantine/core'
import { Spotlight, useSpotlight, type SpotlightStore } from '@mantine/spotlight'
import { useTranslation } from 'react-i18next'
import type { RecentlyOpened } from '#data/recent.ts'
import type { BookClient } from '#data/services.ts'
import type { Entry, Row } from './entry.ts'
import classes from './palette.module.css'
import { PaletteBody } from './PaletteBody.tsx'
import type { Places } from './useRows.ts'

export type PaletteProps = {
  readonly store: SpotlightStore
  readonly onClose: () => void
  readonly book: Pick<BookClient, 'find' | 'recalled'>
  readonly recent: RecentlyOpened
  readonly places: Places
  /** What the window itself offers. */
  readonly entries: readonly Entry[]
  /** A Mac's keyboard and a Mac's signs. */
  readonly mac: boolean
}

/** A focus that goes back to where it was goes there before anything new takes it. Milliseconds. */
const afterClosing = 30

/** Finds anything and does anything: what is typed is looked for among actions, screens, sales, clients, products, imports. */
export function Palette({ store, recent, onClose, ...parts }: PaletteProps) {
  const { t } = useTranslation('palette')
  const { query } = useSpotlight(store)
  const choose = ({ sort, key, name, about, isMore, run, runInList }: Row, inList: boolean) => {
    onClose()
    if (sort !== 'action' && sort !== 'brand' && isMore !== true)
      recent.add({ sort, key, name: name.text, about: about[0]?.text ?? '' })
    setTimeout(inList && runInList !== null ? runInList : run, afterClosing)
  }
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      size={680}
      yOffset="11vh"
      centered={false}
      radius="lg"
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      transitionProps={{ duration: 90, exitDuration: 0, transition: 'fade' }}
      classNames={{ content: classes.content ?? '' }}
    >
      <VisuallyHidden>
        <Modal.Title>{t('title')}</Modal.Title>
      </VisuallyHidden>
      <PaletteBody {...parts} recent={recent} text={query.trim()} onChoose={choose} />
    </Spotlight.Root>
  )
}
