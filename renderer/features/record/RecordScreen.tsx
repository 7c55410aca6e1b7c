import { use, useState } from 'react'
import { SegmentedControl, Skeleton } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { removeHandSale, saveHandSales } from '#data/handSales.ts'
import type { BookClient, BrandServices } from '#data/services.ts'
import type { HandSale } from '#shared/handSale/handSale.ts'
import { DraftsContext } from '#ui/draft/drafts.ts'
import { Gone } from '#ui/Gone.tsx'
import { Note } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import { newSale } from './drafts.ts'
import { GridForm, gridDraft } from './GridForm.tsx'
import { SaleForm } from './SaleForm.tsx'

export type RecordServices = Pick<BrandServices, 'db' | 'today' | 'history'> & {
  readonly book: Pick<BookClient, 'clients' | 'tags' | 'subscribe'>
}
type Props = {
  readonly services: RecordServices
  /** The currency the brand thinks in. */
  readonly currency: string
  /** Id of the sale that is edited, or null for a new one. */
  readonly id: string | null
  readonly onDone: () => void
  /** Goes elsewhere at once where the sale is gone. */
  readonly onGone: (() => void) | undefined
}

/** Sales that no file tells of: one with all that belongs to it, or many as a quick grid. */
export function RecordScreen({ services, currency, id, onDone, onGone }: Props) {
  const { t } = useTranslation('record')
  const { db, history, today } = services
  const drafts = use(DraftsContext)
  // a grid that was left half typed is where one goes on
  const [several, setSeveral] = useState(
    () => drafts.read('sale new') === null && drafts.read(gridDraft) !== null,
  )
  const [fresh, setFresh] = useState(() => newSale({ currency, day: today() }, new Date().toISOString()))
  const stored = useLiveQuery(
    async () => (id === null ? null : ((await db.handSales.get(id)) ?? 'gone')),
    [db, id],
  )
  const report = (seq: number, message: string) =>
    showUndo({ id: `record ${seq}`, message, undo: t('undo'), onUndo: () => void history.undoStep(seq) })
  const save = async (sales: readonly HandSale[], another: boolean) => {
    const { seq } = await saveHandSales(db, sales)
    report(seq, t('saved', { count: sales.length }))
    const last = sales.at(-1)
    if (!another || last === undefined) return onDone()
    setFresh(newSale(last, new Date().toISOString()))
  }
  const remove = async () => {
    if (id === null) return
    const { seq } = await removeHandSale(db, id)
    report(seq, t('removed'))
    onDone()
  }
  const ways = [
    { value: 'one', label: t('one') },
    { value: 'several', label: t('several') },
  ]
  return (
    <Page
      title={t(id === null ? 'title' : 'editTitle')}
      sub={t('sub')}
      actions={
        id === null && (
          <SegmentedControl
            aria-label={t('ways')}
            data={ways}
            value={several ? 'several' : 'one'}
            onChange={(value) => setSeveral(value === 'several')}
          />
        )
      }
    >
      {id !== null && stored === undefined && <Skeleton h={300} />}
      {stored === 'gone' && (
        <Gone onGone={onGone}>
          <Note tone="plain">{t('gone')}</Note>
        </Gone>
      )}
      {id !== null && typeof stored === 'object' && stored !== null && (
        <SaleForm
          key={stored.id}
          services={services}
          sale={stored}
          draftName={stored.id}
          onCancel={onDone}
          onSave={(sale) => save([sale], false)}
          onRemove={remove}
        />
      )}
      {id === null && (
        <div hidden={several}>
          <SaleForm
            key={fresh.id}
            services={services}
            sale={fresh}
            draftName="new"
            onCancel={onDone}
            onSave={(sale, another) => save([sale], another)}
            onRemove={null}
          />
        </div>
      )}
      {id === null && (
        <div hidden={!several}>
          <GridForm
            services={services}
            currency={currency}
            onCancel={onDone}
            onSave={(sales) => save(sales, false)}
          />
        </div>
      )}
    </Page>
  )
}
