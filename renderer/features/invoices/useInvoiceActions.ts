import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { Change } from '#data/commit.ts'
import { newDraft, remarkOn, removeDrafts, saveDraft } from '#data/documents/documents.ts'
import { duplicateOf } from '#shared/document/derive.ts'
import type { DocumentRow } from '#shared/book/documentQuestions.ts'
import { showUndo } from '#ui/showUndo.tsx'
import type { RowAction, RowTarget } from '#ui/table/rowActions.ts'
import { mostAtOnce, rowsOf } from './invoicesBook.ts'
import type { InvoicesServices } from './invoicesServices.ts'
import type { Asked } from './search.ts'

type Parts = {
  readonly services: InvoicesServices
  readonly asked: Asked
  readonly onOpen: (id: string) => void
  readonly onDone: () => void
}
type Target = RowTarget<DocumentRow>

/** What can be done with the documents that are selected, or with the one under the pointer. */
export function useInvoiceActions({ services, asked, onOpen, onDone }: Parts) {
  const { t } = useTranslation('invoices')
  const { db, book, history, today } = services
  const say = (message: string) => void notifications.show({ message })
  const report = (change: Change, message: string) => {
    onDone()
    showUndo({
      id: `documents ${change.seq}`,
      message,
      undo: t('undo'),
      onUndo: () => void history.undoStep(change.seq),
    })
  }
  const markSent = async ({ selection }: Target) => {
    const fresh = (await rowsOf(book, asked, selection)).filter(
      ({ standing, sent }) => standing !== 'draft' && standing !== 'void' && sent === '',
    )
    if (fresh.length === 0) return say(t('done.nothingToSend'))
    const ids = fresh.map(({ key }) => key)
    const marked = await remarkOn(db, ids, { sent: today() })
    if (marked.ok) report(marked.value.change, t('done.sent', { count: ids.length }))
    else say(t('done.failed'))
  }
  const remove = async ({ selection }: Target) => {
    const drafts = (await rowsOf(book, asked, selection)).filter(({ standing }) => standing === 'draft')
    if (drafts.length === 0) return say(t('done.noDrafts'))
    const removed = await removeDrafts(
      db,
      drafts.map(({ key }) => key),
    )
    if (removed.ok) report(removed.value.change, t('done.removed', { count: drafts.length }))
    else say(t('done.failed'))
  }
  const duplicate = async ({ key }: DocumentRow) => {
    const stored = await db.documents.get(key)
    const copy = stored && newDraft(duplicateOf(stored), new Date().toISOString())
    const saved = copy && (await saveDraft(db, copy))
    if (copy && saved?.ok === true) onOpen(copy.id)
    else say(t('done.failed'))
  }
  return (target: Target): readonly RowAction[] => {
    const { count, row } = target
    const ofOne: readonly RowAction[] =
      row === undefined
        ? []
        : [
            { id: 'open', label: t('actions.open'), run: () => onOpen(row.key) },
            { id: 'duplicate', label: t('actions.duplicate'), run: () => void duplicate(row) },
          ]
    return [
      ...ofOne,
      {
        id: 'sent',
        label: t('actions.sent'),
        inBar: true,
        disabled:
          count > mostAtOnce ||
          row?.standing === 'draft' ||
          row?.standing === 'void' ||
          (row?.sent ?? '') !== '',
        run: () => void markSent(target),
      },
      {
        id: 'remove',
        label: t('actions.remove'),
        danger: true,
        disabled: count > mostAtOnce || (row !== undefined && row.standing !== 'draft'),
        run: () => void remove(target),
      },
    ]
  }
}
