import { Button, Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Gone } from '#ui/Gone.tsx'
import { Note } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { Days } from '#shared/calendar/period.ts'
import type { ClientsServices } from './clientsServices.ts'
import { OpenedClient } from './OpenedClient.tsx'

export type ClientPageProps = {
  readonly services: ClientsServices
  readonly clientKey: string
  readonly onSeeSales: (key: string, narrowed?: Partial<Days> & { readonly channel?: string }) => void
  readonly onSeeSale: (sale: string, client: string) => void
  readonly onSeeProduct: (key: string) => void
  readonly onSeeImports: () => void
  /** Begins a document for the client. */
  readonly onNewDocument: (kind: 'invoice' | 'quote', client: string) => void
  readonly onBack: () => void
  /** Goes elsewhere at once where the client is gone. */
  readonly onGone?: (() => void) | undefined
  /** The client is known by another key from now on: a record was made or removed. */
  readonly onMoved: (key: string) => void
}

/** One client: who it is, what came of it, and everything that happened. */
export function ClientPage(props: ClientPageProps) {
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
  return <OpenedClient key={clientKey} {...props} row={answer.row} />
}
