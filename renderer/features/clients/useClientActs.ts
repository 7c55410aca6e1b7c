import { useTranslation } from 'react-i18next'
import {
  clientFor,
  followedUp,
  noteOnClient,
  removeClientNote,
  removeClients,
  saveClient,
  splitIdentity,
} from '#data/clients.ts'
import type { Change } from '#data/commit.ts'
import type { ClientRow, ContactRow } from '#shared/book/partyQuestions.ts'
import type { Client, ClientNote, Identity } from '#shared/client/client.ts'
import { completed } from '#shared/client/complete.ts'
import { showUndo } from '#ui/showUndo.tsx'
import type { ClientPageProps } from './ClientPage.tsx'

type Parts = Pick<ClientPageProps, 'services' | 'onBack' | 'onMoved'> & {
  readonly row: ClientRow
  readonly stated: readonly ContactRow[]
}

/** What can be done on a client's page; each can be undone. */
export function useClientActs({ services, row, stated, onBack, onMoved }: Parts) {
  const { t } = useTranslation('clients')
  const { db, history, today } = services
  const report = (change: Change, message: string) =>
    showUndo({
      id: `client ${change.seq}`,
      message,
      undo: t('undo'),
      onUndo: () => void history.undoStep(change.seq),
    })
  const described = () => clientFor(db, row, new Date().toISOString())
  /** Does it to the record; a buyer without one gets one by it. */
  const change = async (act: (client: Client) => Promise<Change>, message: string): Promise<boolean> => {
    const client = await described()
    if (client === null) return false
    report(await act(client), message)
    if (client.id !== row.key) onMoved(client.id)
    return true
  }
  return {
    described,
    keep: () => change((client) => saveClient(db, client), t('done.kept')),
    complete: () => change((client) => saveClient(db, completed(client, stated)), t('done.completed')),
    note: (text: string) =>
      change((client) => noteOnClient(db, client, { day: today(), text }), t('done.noted')),
    removeNote: async (client: Client, note: ClientNote) =>
      report(await removeClientNote(db, client, note), t('done.noteRemoved')),
    split: async (client: Client, identity: Identity) =>
      report(await splitIdentity(db, client, identity), t('done.split')),
    followedUp: async (client: Client) => report(await followedUp(db, client, today()), t('done.followUp')),
    remove: async () => {
      report(await removeClients(db, [row.key]), t('done.removed', { count: 1 }))
      onBack()
    },
  }
}
