import { useState } from 'react'
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs'
import IconArchiveOff from '@tabler/icons-react/dist/esm/icons/IconArchiveOff.mjs'
import IconArrowMerge from '@tabler/icons-react/dist/esm/icons/IconArrowMerge.mjs'
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs'
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs'
import IconPackage from '@tabler/icons-react/dist/esm/icons/IconPackage.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconReceipt from '@tabler/icons-react/dist/esm/icons/IconReceipt.mjs'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import { useTranslation } from 'react-i18next'
import {
  acceptListings,
  archiveProducts,
  assignListings,
  changeProducts,
  mergeProducts,
  removeProducts,
  type Changed,
} from '#data/products.ts'
import type { ProductRow } from '#shared/book/partyQuestions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { RowAction, RowTarget } from '#ui/table/rowActions.ts'
import type { RowSource } from '#ui/table/rowCache.ts'
import type { Selection } from '#shared/list/selection.ts'
import type { ProductsServices } from './productsServices.ts'
import { allRows, targetsOf } from './targets.ts'
import { useActs } from './useActs.ts'

type Target = RowTarget<ProductRow>
type Parts = {
  readonly services: ProductsServices
  readonly selectedRows: (selection: Selection) => RowSource<ProductRow>
  readonly isArchive: boolean
  readonly onOpen: (key: string) => void
  readonly onSeeSales: (keys: readonly string[]) => void
  /** Nothing is selected any more: what was selected is something else now. */
  readonly onDone: () => void
}
/** A dialog that asks for more before anything is changed. */
export type ProductDialog = { readonly ask: 'change' | 'assign'; readonly target: Target }

/** More than this many are surely not one product, and more than that no link can name. */
const mostMerged = 200
const mostNamed = 200

/** What can be done with the products that are selected, or with the one under the pointer. */
export function useProductActions(parts: Parts) {
  const { services, selectedRows, isArchive, onOpen, onSeeSales, onDone } = parts
  const { t } = useTranslation('products')
  const format = useFormat()
  const act = useActs(services)
  const { db } = services
  const [dialog, setDialog] = useState<ProductDialog | null>(null)
  const rowsOf = async ({ row, selection }: Target): Promise<readonly ProductRow[]> =>
    row === undefined ? allRows(selectedRows(selection)) : [row]
  const done = (
    key: 'accepted' | 'merged' | 'changed' | 'archived' | 'unarchived' | 'removed',
    count: number,
  ) => t(`done.${key}`, { count, number: format.number(count) })
  const run = async (
    target: Target,
    change: (rows: readonly ProductRow[]) => Promise<Changed>,
    message: (rows: readonly ProductRow[]) => string,
  ) => {
    const rows = await rowsOf(target)
    if (await act(change(rows), message(rows))) onDone()
  }
  const accept = (target: Target) =>
    run(
      target,
      (rows) =>
        acceptListings(
          db,
          targetsOf(rows).found.map((found) => ({ ...found, product: null })),
        ),
      (rows) => done('accepted', targetsOf(rows).found.length),
    )
  const merge = (target: Target) =>
    run(
      target,
      (rows) => mergeProducts(db, targetsOf(rows)),
      (rows) => done('merged', rows.length),
    )
  const archive = (target: Target) =>
    run(
      target,
      (rows) => archiveProducts(db, targetsOf(rows), !isArchive),
      (rows) => done(isArchive ? 'unarchived' : 'archived', rows.length),
    )
  const remove = (target: Target) =>
    run(
      target,
      (rows) => removeProducts(db, targetsOf(rows).ids),
      (rows) => done('removed', targetsOf(rows).ids.length),
    )
  const seeSales = async (target: Target) => onSeeSales((await rowsOf(target)).map(({ key }) => key))

  const actions = (target: Target): readonly RowAction[] => {
    const { count, row } = target
    const isFound = row?.isRecord === false
    return [
      ...(row === undefined
        ? []
        : [
            {
              id: 'open',
              label: t('actions.open'),
              icon: <IconExternalLink size={14} />,
              run: () => onOpen(row.key),
            },
          ]),
      ...(count > mostNamed
        ? []
        : [
            {
              id: 'sales',
              label: t('actions.sales', { count }),
              icon: <IconReceipt size={14} />,
              run: () => void seeSales(target),
            },
          ]),
      ...(row?.isRecord === true
        ? []
        : [
            {
              id: 'accept',
              label: t('actions.accept', { count }),
              icon: <IconPackage size={14} />,
              inBar: true,
              run: () => void accept(target),
            },
          ]),
      ...(isFound
        ? [
            {
              id: 'assign',
              label: t('actions.assign'),
              icon: <IconLink size={14} />,
              run: () => setDialog({ ask: 'assign', target }),
            },
          ]
        : []),
      ...(count > 1 && count <= mostMerged
        ? [
            {
              id: 'merge',
              label: t('actions.merge', { count, number: format.number(count) }),
              icon: <IconArrowMerge size={14} />,
              inBar: true,
              run: () => void merge(target),
            },
          ]
        : []),
      {
        id: 'change',
        label: t('actions.change'),
        icon: <IconPencil size={14} />,
        inBar: true,
        run: () => setDialog({ ask: 'change', target }),
      },
      {
        id: 'archive',
        label: t(isArchive ? 'actions.unarchive' : 'actions.archive'),
        icon: isArchive ? <IconArchiveOff size={14} /> : <IconArchive size={14} />,
        run: () => void archive(target),
      },
      ...(isFound
        ? []
        : [
            {
              id: 'remove',
              label: t('actions.remove'),
              icon: <IconTrash size={14} />,
              danger: true,
              run: () => void remove(target),
            },
          ]),
    ]
  }
  return {
    actions,
    dialog,
    closeDialog: () => setDialog(null),
    change: (target: Target, words: Parameters<typeof changeProducts>[2]) => {
      setDialog(null)
      void run(
        target,
        (rows) => changeProducts(db, targetsOf(rows), words),
        (rows) => done('changed', rows.length),
      )
    },
    assign: (target: Target, product: ProductRow) => {
      setDialog(null)
      void run(
        target,
        (rows) =>
          assignListings(
            db,
            targetsOf(rows).found.flatMap(({ listings }) => listings),
            product.key,
          ),
        () => t('done.assigned', { product: product.name }),
      )
    },
  }
}
