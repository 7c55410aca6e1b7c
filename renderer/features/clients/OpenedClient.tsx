import { useState } from 'react'
import { Badge, Group } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import type { Client } from '#shared/client/client.ts'
import { completed } from '#shared/client/complete.ts'
import { Page } from '#ui/Page.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { ClientActions } from './ClientActions.tsx'
import { ClientFacts } from './ClientFacts.tsx'
import { ClientFigures } from './ClientFigures.tsx'
import { ClientForm } from './ClientForm.tsx'
import { ClientIdentities } from './ClientIdentities.tsx'
import { ClientIncome } from './ClientIncome.tsx'
import type { ClientPageProps } from './ClientPage.tsx'
import { ClientTimeline } from './ClientTimeline.tsx'
import { FavouritesCard } from './FavouritesCard.tsx'
import { FollowUpNote } from './FollowUpNote.tsx'
import { StatedCard } from './StatedCard.tsx'
import { useClientActs } from './useClientActs.ts'
import { useClientNames } from './useClientNames.ts'
import classes from './clients.module.css'

type Props = ClientPageProps & { readonly row: ClientRow }

export function OpenedClient(props: Props) {
  const { services, row, onSeeSales, onSeeSale, onSeeProduct, onSeeImports, onNewDocument, onMoved } = props
  const { t } = useTranslation('clients')
  const names = useClientNames()
  const { db, book, today } = services
  const record = useLiveQuery(
    async () => (row.isRecord ? ((await db.clients.get(row.key)) ?? null) : null),
    [db, row.key, row.isRecord],
  )
  const { answer } = useAnswer(book.subscribe, () => book.contactsOf(row.key), row.key)
  const stated = answer ?? []
  const [edited, setEdited] = useState<Client | null>(null)
  const acts = useClientActs({ ...props, stated })
  return (
    <Page
      title={
        <bdi className={classes.heading} title={names.name(row)}>
          {names.name(row)}
        </bdi>
      }
      sub={
        <bdi>
          {[row.kind === '' ? '' : t(`form.${row.kind}`), names.channels(row.channels), row.mail]
            .filter((text) => text !== '')
            .join(' · ')}
        </bdi>
      }
      actions={
        <ClientActions
          isRecord={row.isRecord}
          onKeep={() => void acts.keep()}
          onEdit={() =>
            void acts.described().then((client) => {
              // what no record says yet begins with what the shops say
              if (client !== null) setEdited(row.isRecord ? client : completed(client, stated))
            })
          }
          onRemove={() => void acts.remove()}
          onNewDocument={(kind) => onNewDocument(kind, row.key)}
        />
      }
    >
      <div className={classes.page}>
        <Marks row={row} />
        {record?.followUp && (
          <FollowUpNote
            followUp={record.followUp}
            today={today()}
            onDone={() => void acts.followedUp(record)}
          />
        )}
        <ClientFigures row={row} />
        <ClientIncome
          services={services}
          clientKey={row.key}
          name={names.name(row)}
          currencies={row.sums.map(({ currency }) => currency)}
          onOpen={(days, channel) => onSeeSales(row.key, channel === undefined ? days : { ...days, channel })}
        />
        <div className={classes.columns}>
          <ClientTimeline
            services={services}
            clientKey={row.key}
            record={record ?? null}
            stated={stated}
            onNote={(text) => acts.note(text)}
            onRemoveNote={(client, note) => void acts.removeNote(client, note)}
            onSeeSale={(sale) => onSeeSale(sale, row.key)}
            onSeeAll={() => onSeeSales(row.key)}
            onSeeImports={onSeeImports}
          />
          <div className={classes.side}>
            {record && <ClientFacts client={record} />}
            {stated.length > 0 && record !== undefined && (
              <StatedCard stated={stated} record={record} onTake={() => void acts.complete()} />
            )}
            <FavouritesCard book={book} clientKey={row.key} onOpen={onSeeProduct} />
            <ClientIdentities
              client={record ?? null}
              row={row}
              onSplit={(client, identity) => void acts.split(client, identity)}
            />
          </div>
        </div>
      </div>
      {edited !== null && (
        <ClientForm
          services={services}
          client={edited}
          draftName={row.key}
          onClose={() => setEdited(null)}
          onSaved={(id) => {
            setEdited(null)
            if (id !== row.key) onMoved(id)
          }}
        />
      )}
    </Page>
  )
}

/** Circles and tags. */
function Marks({ row }: { readonly row: ClientRow }) {
  const names = useClientNames()
  if (row.circles.length + row.tags.length === 0) return null
  return (
    <Group gap={6}>
      {row.circles.map((circle) => (
        <Badge key={circle} variant="light">
          {names.circle(circle)}
        </Badge>
      ))}
      {row.tags.map((tag) => (
        <Badge key={tag} variant="outline" color="gray" tt="none" maw="100%">
          {tag}
        </Badge>
      ))}
    </Group>
  )
}
