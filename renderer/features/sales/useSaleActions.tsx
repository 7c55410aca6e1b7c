import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assignSales } from '#data/assignments.ts'
import type { SaleWords } from '#shared/assignments/saleWords.ts'
import type { SaleRow } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import type { RowAction, RowTarget } from '#ui/table/rowActions.ts'
import type { BulkDialogProps } from './BulkDialog.tsx'
import type { SalesPlaces, SalesServices } from './salesServices.ts'
import { selectedSales } from './salesBook.ts'
import type { Asked } from './search.ts'

type Target = RowTarget<SaleRow>
type Parts = {
  readonly services: SalesServices
  readonly asked: Asked
  readonly places: SalesPlaces
  readonly onDone: () => void
}

/** More than this many are changed by a rule rather than one by one. */
const mostAtOnce = 100_000

/** What can be done with the sales that are selected, or with the one under the pointer. */
export function useSaleActions({ services, asked, places, onDone }: Parts) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const [open, setOpen] = useState<readonly string[] | null>(null)
  const { book, history } = services
  const keysOf = async ({ selection }: Target) =>
    (await selectedSales(book, asked)(selection)(0, mostAtOnce)).rows.map(({ key }) => key)
  const say = async (keys: readonly string[], words: SaleWords, message: string) => {
    const { seq } = await assignSales(services, keys, words)
    onDone()
    showUndo({ id: `sales ${seq}`, message, undo: t('undo'), onUndo: () => void history.undoStep(seq) })
  }
  const told = (one: 'hidden' | 'shown' | 'changed', count: number) =>
    t(`bulk.${one}`, { count, number: format.number(count) })
  const of = (target: Target): readonly RowAction[] => {
    const { row, count } = target
    const tooMany = count > mostAtOnce
    const hides = row?.hidden !== true && asked.filter.standing?.includes('hidden') !== true
    const hideAll = async () =>
      say(await keysOf(target), { hidden: hides }, told(hides ? 'hidden' : 'shown', count))
    const hide: RowAction = {
      id: 'hide',
      label: t(hides ? 'words.hide' : 'words.show'),
      disabled: tooMany,
      inBar: true,
      run: () => void hideAll(),
    }
    return [
      ...(row === undefined || row.client === ''
        ? []
        : [{ id: 'client', label: t('actions.client'), run: () => places.onClient(row.client) }]),
      ...(row === undefined || row.handSale === ''
        ? []
        : [{ id: 'edit', label: t('words.edit'), run: () => places.onEditSale(row.handSale) }]),
      {
        id: 'assign',
        label: t('actions.assign'),
        disabled: tooMany,
        inBar: true,
        run: () => void keysOf(target).then(setOpen),
      },
      hide,
    ]
  }
  const dialog: BulkDialogProps | null =
    open === null
      ? null
      : {
          services,
          keys: open,
          onClose: () => setOpen(null),
          onKeep: async (words) => {
            setOpen(null)
            await say(open, words, told('changed', open.length))
          },
        }
  return { of, dialog }
}
