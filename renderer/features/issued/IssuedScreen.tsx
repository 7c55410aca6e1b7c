import { useState, type ReactNode } from 'react'
import { Anchor, Skeleton } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { relatedTo } from '#data/documents/related.ts'
import type { IssuedDocument } from '#shared/document/derive.ts'
import { settledOf } from '#shared/document/settle.ts'
import { openAmount, standingOf } from '#shared/document/standing.ts'
import { Note } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { StandingBadge } from '#ui/document/StandingBadge.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Actions } from './Actions.tsx'
import { Dialogs, type DialogName } from './Dialogs.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import type { IssuedPlaces, IssuedServices, Opened } from './issuedServices.ts'
import classes from './issued.module.css'
import { PaymentsCard } from './PaymentsCard.tsx'
import { StandingCard } from './StandingCard.tsx'
import { useIssuedActs } from './useIssuedActs.ts'
import { useTitles } from './useTitles.ts'

type Props = {
  readonly services: IssuedServices
  readonly document: IssuedDocument
  readonly places: IssuedPlaces
  /** The page as it is printed. */
  readonly preview: (document: IssuedDocument) => ReactNode
}

/** A document that has its number: how it stands, what happened, and what can be done with it. */
export function IssuedScreen({ services, document, places, preview }: Props) {
  const { db, today } = services
  const { id } = document
  const around = useLiveQuery(() => relatedTo(db, id), [db, id])
  const titles = useTitles()
  if (around === undefined)
    return (
      <Page title={titles.document(document)}>
        <Skeleton h={300} />
      </Page>
    )
  const settled = settledOf(id, around)
  const opened: Opened = {
    document,
    around,
    settled,
    standing: standingOf(document, settled, today()),
    open: openAmount(document, settled),
  }
  return <Shown services={services} opened={opened} places={places} preview={preview} />
}

type ShownProps = Omit<Props, 'document'> & { readonly opened: Opened }
function Shown({ services, opened, places, preview }: ShownProps) {
  const { t } = useTranslation('issued')
  const format = useFormat()
  const titles = useTitles()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const acts = useIssuedActs(services, opened, places)
  const { document, standing } = opened
  const { content, links, voided } = document
  return (
    <Page
      wide
      title={titles.document(document)}
      sub={
        <>
          {links.client === null ? (
            <bdi>{content.buyer.name}</bdi>
          ) : (
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => links.client !== null && places.onClient(links.client)}
            >
              <bdi>{content.buyer.name}</bdi>
            </Anchor>
          )}
          {content.subject !== '' && (
            <>
              {' · '}
              <bdi>{content.subject}</bdi>
            </>
          )}
        </>
      }
      mark={<StandingBadge standing={standing} />}
      actions={<Actions opened={opened} acts={acts} onDialog={setDialog} />}
    >
      <div className={classes.page}>
        <div className={classes.side}>
          {voided !== null && (
            <Note tone="careful" title={t('voided', { day: format.day(voided.day) })}>
              {voided.reason}
            </Note>
          )}
          <StandingCard opened={opened} />
          {content.kind === 'invoice' && <PaymentsCard opened={opened} acts={acts} />}
          <HistoryCard opened={opened} onDocument={places.onDocument} />
        </div>
        <div className={classes.preview}>{preview(document)}</div>
      </div>
      <Dialogs
        services={services}
        opened={opened}
        name={dialog}
        acts={acts}
        onClose={() => setDialog(null)}
      />
    </Page>
  )
}
