import { useState } from 'react'
import { Button, Group } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { clientFor, newClient, saveClient } from '#data/clients.ts'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import { buyerOf, madeOutTo, withBuyer } from '#shared/client/buyer.ts'
import type { Client } from '#shared/client/client.ts'
import { completed } from '#shared/client/complete.ts'
import type { Document } from '#shared/document/document.ts'
import { Card } from '#ui/Card.tsx'
import { PartyLines } from '#ui/document/PartyLines.tsx'
import { BuyerDialog } from './BuyerDialog.tsx'
import { ClientPick } from './ClientPick.tsx'
import type { DocumentServices } from './documentServices.ts'
import type { Keeper } from './keepDraft.ts'

type Props = {
  readonly services: DocumentServices
  readonly document: Document
  readonly change: Keeper['change']
  readonly error: string | undefined
}

/** Whom the document is for: one of the clients, or a new one made in place. */
export function ClientCard({ services, document, change, error }: Props) {
  const { t } = useTranslation('documents')
  const { db, book } = services
  const { content, links } = document
  const [isPicking, setPicking] = useState(false)
  const [edited, setEdited] = useState<Client | null>(null)
  const record = useLiveQuery(
    async () => (links.client === null ? null : ((await db.clients.get(links.client)) ?? null)),
    [db, links.client],
  )
  const makeOutTo = (client: Client) => {
    change(
      (draft) => ({
        content: madeOutTo(draft.content, client),
        links: { ...draft.links, client: client.id },
      }),
      'at once',
    )
    setPicking(false)
  }
  const choose = async (row: ClientRow) => {
    const client = await clientFor(db, row, new Date().toISOString())
    if (client === null) return
    if (row.isRecord) return makeOutTo(client)
    // a buyer of a shop becomes a client with what the shop knows
    const known = completed(client, await book.contactsOf(row.key))
    await saveClient(db, known)
    makeOutTo(known)
  }
  const isChosen = links.client !== null || content.buyer.name !== ''
  return (
    <Card
      title={t('client.title')}
      actions={
        isChosen &&
        !isPicking && (
          <Group gap={4}>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setEdited(record ?? newClient(content.buyer.name, new Date().toISOString()))}
            >
              {t('client.edit')}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => setPicking(true)}>
              {t('client.change')}
            </Button>
          </Group>
        )
      }
    >
      {isChosen && !isPicking ? (
        <PartyLines party={content.buyer} />
      ) : (
        <ClientPick
          book={book}
          error={error}
          autoFocus
          onChoose={(row) => void choose(row)}
          onCreate={(name) => setEdited(newClient(name, new Date().toISOString()))}
        />
      )}
      {edited !== null && (
        <BuyerDialog
          client={edited}
          isNew={edited.id !== record?.id}
          buyer={edited.id === record?.id ? content.buyer : buyerOf(edited)}
          onClose={() => setEdited(null)}
          onKeep={async (buyer, inRecord) => {
            setEdited(null)
            setPicking(false)
            if (!inRecord)
              return change((draft) => ({ ...draft, content: { ...draft.content, buyer } }), 'at once')
            const client = withBuyer(edited, buyer)
            await saveClient(db, client)
            const isNew = edited.id !== record?.id
            change(
              (draft) => ({
                content: { ...(isNew ? madeOutTo(draft.content, client) : draft.content), buyer },
                links: { ...draft.links, client: client.id },
              }),
              'at once',
            )
          }}
        />
      )}
    </Card>
  )
}
