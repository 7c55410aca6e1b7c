import { use, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react'
import { notifications } from '@mantine/notifications'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { newDraft, removeDrafts } from '#data/documents/documents.ts'
import { readBusiness, readProfile } from '#data/settings.ts'
import { defaultAccent } from '#shared/brand/brand.ts'
import { madeOutTo } from '#shared/client/buyer.ts'
import type { Client } from '#shared/client/client.ts'
import { blankContent, firstBusiness } from '#shared/document/blankContent.ts'
import type { Business } from '#shared/document/business.ts'
import type { Document, Seller } from '#shared/document/document.ts'
import { DraftsContext } from '#ui/draft/drafts.ts'
import { showUndo } from '#ui/showUndo.tsx'
import type { DocumentServices } from './documentServices.ts'
import { DraftPage } from './DraftPage.tsx'
import { draftName, keepDraft } from './keepDraft.ts'
import { dayAfter } from './dayAfter.ts'

export type DraftScreenProps = {
  readonly services: DocumentServices
  readonly brand: { readonly name: string; readonly country: string; readonly currency: string }
  readonly id: string
  /** As it is stored; null for one that begins now. */
  readonly stored: Document | null
  readonly kind: 'quote' | 'invoice'
  /** Id of the client a new one is for. */
  readonly client: string | null
  readonly onSettings: () => void
  /** It was deleted. */
  readonly onRemoved: () => void
  readonly preview: (document: Document, seller: Seller) => ReactNode
}

/** A draft: a new one as the business usually writes them, or one that is gone on with. */
export function DraftScreen(props: DraftScreenProps) {
  const { services, id, client } = props
  const { db } = services
  const read = useLiveQuery(
    async () => ({
      business: await readBusiness(db),
      profile: await readProfile(db),
      client: client === null ? null : ((await db.clients.get(client)) ?? null),
    }),
    [db, client],
  )
  return read === undefined ? null : (
    <Kept key={id} {...props} business={read.business} profile={read.profile} for={read.client} />
  )
}

type KeptProps = DraftScreenProps & {
  readonly business: Business | null
  readonly profile: Awaited<ReturnType<typeof readProfile>>
  readonly for: Client | null
}
function Kept(props: KeptProps) {
  const { services, brand, id, stored, kind, business, profile, onRemoved } = props
  const { name, country, currency } = brand
  const { t } = useTranslation('documents')
  const { db, history, today } = services
  const drafts = use(DraftsContext)
  const [first] = useState((): Document => {
    if (stored !== null) return stored
    const usual = business ?? firstBusiness(brand)
    const content = blankContent(kind, usual, brand.currency, dayAfter(today(), usual.defaults.quoteDays))
    const begun = newDraft(
      {
        content: props.for === null ? content : madeOutTo(content, props.for),
        links: { client: props.for?.id ?? null, lines: {} },
      },
      new Date().toISOString(),
    )
    return { ...begun, id }
  })
  const seller = useMemo(
    () => sellerNow(business ?? firstBusiness({ name, country, currency }), profile),
    [business, name, country, currency, profile],
  )
  const [keeper] = useState(() => keepDraft({ db, drafts, history, first, isStored: stored !== null }))
  const stop = useEffectEvent(() => {
    keeper.leave()
    keeper.stop()
  })
  useEffect(() => {
    keeper.start()
    return () => stop()
  }, [keeper])
  const remove = async () => {
    await keeper.flush()
    const result = await removeDrafts(db, [id])
    if (!result.ok)
      return void notifications.show({ color: 'red', message: t(`errors.${result.error.code}`) })
    keeper.stop()
    drafts.keep(draftName(id), null)
    const { seq } = result.value.change
    showUndo({
      id: `draft ${id}`,
      message: t('removed'),
      undo: t('undo'),
      onUndo: () => void history.undoStep(seq),
    })
    onRemoved()
  }
  return (
    <DraftPage
      services={services}
      keeper={keeper}
      business={business}
      country={brand.country}
      onSettings={props.onSettings}
      onRemove={() => void remove()}
      preview={(document) => props.preview(document, seller)}
    />
  )
}

/** Who a document would be from if it were issued now. */
const sellerNow = (
  { defaults: _defaults, income: _income, ...seller }: Business,
  profile: KeptProps['profile'],
): Seller => ({ ...seller, logo: profile?.logo ?? null, accent: profile?.accent ?? defaultAccent })
