import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { Change } from '#data/commit.ts'
import { newDraft, remarkOn, saveDraft, voidDocument, type Remark } from '#data/documents/documents.ts'
import { voidPayment } from '#data/documents/payments.ts'
import { creditOf, duplicateOf, type Draft } from '#shared/document/derive.ts'
import type { Payment } from '#shared/document/payment.ts'
import type { Result } from '#shared/result.ts'
import { showUndo } from '#ui/showUndo.tsx'
import type { IssuedPlaces, IssuedServices, Opened } from './issuedServices.ts'
import { usePrinting } from './usePrinting.ts'

const now = () => new Date().toISOString()

/** What a person does with an issued document; each act says what came of it. */
export function useIssuedActs(services: IssuedServices, opened: Opened, { onDocument }: IssuedPlaces) {
  const { t } = useTranslation(['issued', 'documents'])
  const { db, history, today } = services
  const { document } = opened
  const printing = usePrinting(services.api, document, today)
  const refuse = (code: string) =>
    notifications.show({
      color: 'red',
      message: t(`refused.${code as 'gone'}`, { defaultValue: t('refused.storage-failed') }),
    })
  const done = <T extends { readonly change: Change }>(
    result: Result<T, { readonly code: string }>,
    message: string | null,
  ): result is { readonly ok: true; readonly value: T } => {
    if (!result.ok) refuse(result.error.code)
    else if (message !== null) {
      const { seq } = result.value.change
      showUndo({
        id: `document ${document.id}`,
        message,
        undo: t('documents:undo'),
        onUndo: () => void history.undoStep(seq),
      })
    }
    return result.ok
  }
  /** A draft made from this document is opened at once. */
  const begin = async (draft: Draft): Promise<void> => {
    const made = newDraft(draft, now())
    if (done(await saveDraft(db, made), null)) onDocument(made.id)
  }
  const say = async (remark: Remark, message: string) =>
    void done(await remarkOn(db, [document.id], remark), message)
  return {
    ...printing,
    begin,
    markSent: (isSent: boolean) =>
      say({ sent: isSent ? today() : null }, t(isSent ? 'done.sent' : 'done.notSent')),
    answer: (accepted: boolean | null) =>
      say(
        { answer: accepted === null ? null : { day: today(), accepted } },
        t(accepted === null ? 'done.noAnswer' : accepted ? 'done.accepted' : 'done.declined'),
      ),
    credit: () => begin(creditOf(document)),
    duplicate: () => begin(duplicateOf(document)),
    /** True once it is void; what has a place in the journal is not taken back. */
    void: async (reason: string): Promise<boolean> => {
      const result = await voidDocument(db, document.id, { day: today(), reason }, now())
      if (!result.ok) refuse(result.error.code)
      else notifications.show({ message: t('done.void') })
      return result.ok
    },
    voidPayment: async (payment: Payment, reason: string): Promise<boolean> => {
      const result = await voidPayment(db, payment.id, { day: today(), reason }, now())
      if (!result.ok) refuse(result.error.code)
      else notifications.show({ message: t('done.voidPayment') })
      return result.ok
    },
  }
}
export type IssuedActs = ReturnType<typeof useIssuedActs>
