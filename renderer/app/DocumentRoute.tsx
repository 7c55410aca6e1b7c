import { Skeleton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { DraftScreen } from '#features/documents/DraftScreen.tsx'
import { IssuedScreen } from '#features/issued/IssuedScreen.tsx'
import { isIssued } from '#shared/document/settle.ts'
import { PaperPreview } from '#ui/document/PaperPreview.tsx'
import { Gone } from '#ui/Gone.tsx'
import { Note } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { useApp } from './AppContext.tsx'
import type { DocumentSearch } from './documentSearch.ts'

type Props = {
  readonly id: string
  readonly search: DocumentSearch
  readonly onGone: (() => void) | undefined
}

/** One document: written while it is a draft, looked after once it has its number. */
export function DocumentRoute({ id, search, onGone }: Props) {
  const { t } = useTranslation('documents')
  const { services, brand } = useApp()
  const navigate = useNavigate()
  const { db, today } = services
  const stored = useLiveQuery(async () => (await db.documents.get(id)) ?? null, [db, id])
  if (stored === undefined)
    return (
      <Page title={<Skeleton h={28} w={260} />}>
        <Skeleton h={320} />
      </Page>
    )
  if (stored === null && search.kind === undefined)
    return (
      <Gone onGone={onGone}>
        <Page title={t('kinds.invoice')}>
          <Note tone="plain">{t('gone')}</Note>
        </Page>
      </Gone>
    )
  if (stored !== null && isIssued(stored))
    return (
      <IssuedScreen
        key={id}
        services={services}
        document={stored}
        places={{
          onDocument: (other) => void navigate({ to: '/documents/$id', params: { id: other } }),
          onClient: (client) => void navigate({ to: '/clients/$key', params: { key: client } }),
        }}
        preview={(document) => (
          <PaperPreview document={document} seller={document.issued.seller} today={today()} />
        )}
      />
    )
  return (
    <DraftScreen
      key={id}
      services={services}
      brand={brand}
      id={id}
      stored={stored}
      kind={search.kind ?? 'invoice'}
      client={search.client ?? null}
      onSettings={() => void navigate({ to: '/settings/documents' })}
      onRemoved={() => void navigate({ to: '/documents', search: {} })}
      preview={(document, seller) => <PaperPreview document={document} seller={seller} today={today()} />}
    />
  )
}
