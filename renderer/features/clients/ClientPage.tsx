import { useState } from 'react'
import { Badge, Button, Group, Menu, ActionIcon, Skeleton, Text } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { clientFor, describeClients, removeClients, saveClient, splitIdentity } from '#data/clients.ts'
import type { Change } from '#data/commit.ts'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import type { Client, Identity } from '#shared/client/client.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Gone } from '#ui/Gone.tsx'
import { Note } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { ClientFacts } from './ClientFacts.tsx'
import { ClientFigures } from './ClientFigures.tsx'
import { ClientForm } from './ClientForm.tsx'
import { ClientIdentities } from './ClientIdentities.tsx'
import { ClientTimeline } from './ClientTimeline.tsx'
import type { ClientsServices } from './clientsServices.ts'
import { useClientNames } from './useClientNames.ts'
import classes from './clients.module.css'

type Props = {
  readonly services: ClientsServices
  readonly clientKey: string
  readonly onSeeSales: (key: string) => void
  readonly onSeeSale: (sale: string, client: string) => void
  readonly onBack: () => void
  /** Goes elsewhere at once where the client is gone. */
  readonly onGone?: (() => void) | undefined
  /** The client is known by another key from now on: a record was made or removed. */
  readonly onMoved: (key: string) => void
}

const everything = { standing: ['counted', 'uncounted', 'waiting'] } as const

/** One client: who it is, what came of it, and everything that happened. */
export function ClientPage(props: Props) {
  const { services, clientKey } = props
  const { book } = services
  const { answer } = useAnswer(
    book.subscribe,
    async () => ({ key: clientKey, row: await book.client(clientKey, {}, {}) }),
    clientKey,
  )
  const { t } = useTranslation('clients')
  if (answer === null || answer.key !== clientKey) {
    return (
      <Page title={<Skeleton h={28} w={220} />}>
        <Skeleton h={240} />
      </Page>
    )
  }
  if (answer.row === null) {
    return (
      <Gone onGone={props.onGone}>
        <Page title={t('gone.title')}>
          <Note tone="plain">{t('gone.text')}</Note>
          <Button mt="md" onClick={props.onBack}>
            {t('gone.back')}
          </Button>
        </Page>
      </Gone>
    )
  }
  return <Opened {...props} row={answer.row} />
}

function Opened({
  services,
  row,
  onSeeSales,
  onSeeSale,
  onBack,
  onMoved,
}: Props & { readonly row: ClientRow }) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  const names = useClientNames()
  const { db, history } = services
  const record = useLiveQuery(
    async () => (row.isRecord ? ((await db.clients.get(row.key)) ?? null) : null),
    [db, row.key, row.isRecord],
  )
  const [edited, setEdited] = useState<Client | null>(null)
  const now = () => new Date().toISOString()
  const report = (change: Change, message: string) =>
    showUndo({
      id: `client ${change.seq}`,
      message,
      undo: t('undo'),
      onUndo: () => void history.undoStep(change.seq),
    })
  const edit = async () => setEdited(await clientFor(db, row, now()))
  const keep = async () => {
    const client = await clientFor(db, row, now())
    if (client === null) return
    report(await saveClient(db, client), t('done.kept'))
    onMoved(client.id)
  }
  const split = async (client: Client, identity: Identity) =>
    report(await splitIdentity(db, client, identity), t('done.split'))
  const remove = async () => {
    report(await removeClients(db, [row.key]), t('done.removed', { count: 1 }))
    onBack()
  }
  const done = async () =>
    report(await describeClients(db, [row], { followUp: null }, now()), t('done.followUp'))
  const isDue = row.followUp !== '' && row.followUp <= services.today()
  return (
    <Page
      title={<bdi className={classes.heading}>{names.name(row)}</bdi>}
      sub={
        <bdi>
          {[row.kind === 'firm' ? t('form.firm') : '', names.channels(row.channels), row.mail]
            .filter((text) => text !== '')
            .join(' · ')}
        </bdi>
      }
      actions={
        <>
          {!row.isRecord && (
            <Button variant="default" onClick={() => void keep()}>
              {t('page.keep')}
            </Button>
          )}
          <Button leftSection={<IconPencil size={15} aria-hidden />} onClick={() => void edit()}>
            {t('page.edit')}
          </Button>
          {row.isRecord && (
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon variant="default" size={34} aria-label={t('page.more')}>
                  <IconDots size={17} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item color="red" onClick={() => void remove()}>
                  {t('page.remove')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    >
      <div className={classes.page}>
        {row.circles.length + row.tags.length > 0 && (
          <Group gap={6}>
            {row.circles.map((circle) => (
              <Badge key={circle} variant="light">
                {names.circle(circle)}
              </Badge>
            ))}
            {row.tags.map((tag) => (
              <Badge key={tag} variant="outline" color="gray" tt="none">
                {tag}
              </Badge>
            ))}
          </Group>
        )}
        {record?.followUp && (
          <Note
            tone={isDue ? 'careful' : 'plain'}
            title={t('page.followUp', { day: format.day(record.followUp.day) })}
          >
            {record.followUp.text !== '' && <Text size="sm">{record.followUp.text}</Text>}
            <Button variant="subtle" size="compact-sm" ms={-8} onClick={() => void done()}>
              {t('page.followUpDone')}
            </Button>
          </Note>
        )}
        <ClientFigures row={row} />
        <div className={classes.columns}>
          <ClientTimeline
            book={services.book}
            clientKey={row.key}
            filter={everything}
            onSeeSale={(sale) => onSeeSale(sale, row.key)}
            onSeeAll={() => onSeeSales(row.key)}
          />
          <div className={classes.side}>
            {record && <ClientFacts client={record} />}
            {record ? (
              <ClientIdentities client={record} onSplit={(identity) => void split(record, identity)} />
            ) : (
              <Card title={t('identities.title')}>
                <p className={classes.quiet}>
                  <bdi>
                    {names.channels(row.channels)}: {names.handle(row.key)}
                  </bdi>
                </p>
              </Card>
            )}
          </div>
        </div>
      </div>
      {edited !== null && (
        <ClientForm
          services={services}
          client={edited}
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
