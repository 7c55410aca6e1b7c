import { useState } from 'react'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { describeClients, mergeClients, removeClients } from '#data/clients.ts'
import type { Change } from '#data/commit.ts'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import { showUndo } from '#ui/showUndo.tsx'
import type { RowAction, RowTarget } from '#ui/table/rowActions.ts'
import type { ClientsServices } from './clientsServices.ts'
import type { ListDialogProps } from './ListDialog.tsx'
import type { Asked } from './search.ts'
import { mostAtOnce, rowsOf } from './clientsBook.ts'

type Parts = {
  readonly services: ClientsServices
  readonly asked: Asked
  readonly onOpen: (key: string) => void
  readonly onDone: () => void
}
type Target = RowTarget<ClientRow>

/** More than this many are surely not one person. */
const mostMerged = 50

/** What can be done with the clients that are selected, or with the one under the pointer. */
export function useClientActions({ services, asked, onOpen, onDone }: Parts) {
  const { t } = useTranslation('clients')
  const [open, setOpen] = useState<Target | null>(null)
  const { db, book, history } = services
  const now = () => new Date().toISOString()
  const report = (change: Change, message: string) => {
    onDone()
    showUndo({
      id: `clients ${change.seq}`,
      message,
      undo: t('undo'),
      onUndo: () => void history.undoStep(change.seq),
    })
  }
  const merge = async ({ selection }: Target) => {
    const rows = await rowsOf(book, asked, selection)
    // The record leads, else whoever bought most.
    const first = rows.toSorted((a, b) => Number(b.isRecord) - Number(a.isRecord) || b.sales - a.sales)
    report(await mergeClients(db, [first], now()), t('done.merged', { count: rows.length }))
  }
  const keep = async ({ selection }: Target) => {
    const found = (await rowsOf(book, asked, selection)).filter(({ isRecord }) => !isRecord)
    if (found.length === 0) return void notifications.show({ message: t('done.keptBefore') })
    report(await describeClients(db, found, {}, now()), t('done.keptAll', { count: found.length }))
  }
  const remove = async ({ selection }: Target) => {
    const records = (await rowsOf(book, asked, selection)).filter(({ isRecord }) => isRecord)
    if (records.length === 0) return void notifications.show({ message: t('done.noRecords') })
    report(
      await removeClients(
        db,
        records.map(({ key }) => key),
      ),
      t('done.removed', { count: records.length }),
    )
  }
  const dialog: ListDialogProps | null =
    open === null
      ? null
      : {
          count: open.count,
          onClose: () => setOpen(null),
          onKeep: async (words) => {
            const rows = await rowsOf(book, asked, open.selection)
            setOpen(null)
            report(await describeClients(db, rows, words, now()), t('done.described', { count: rows.length }))
          },
        }
  const of = (target: Target): readonly RowAction[] => {
    const { count, row } = target
    return [
      ...(row === undefined ? [] : [{ id: 'open', label: t('actions.open'), run: () => onOpen(row.key) }]),
      {
        id: 'keep',
        label: t('actions.keep'),
        inBar: true,
        disabled: row?.isRecord === true || count > mostAtOnce,
        run: () => void keep(target),
      },
      {
        id: 'describe',
        label: t('actions.describe'),
        inBar: true,
        disabled: count > mostAtOnce,
        run: () => setOpen(target),
      },
      ...(count > 1 && count <= mostMerged
        ? [{ id: 'merge', label: t('actions.merge', { count }), inBar: true, run: () => void merge(target) }]
        : []),
      {
        id: 'remove',
        label: t('actions.remove'),
        danger: true,
        disabled: row?.isRecord === false || count > mostAtOnce,
        run: () => void remove(target),
      },
    ]
  }
  return { of, dialog }
}
