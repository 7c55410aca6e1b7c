import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { Button, Group, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Business } from '#shared/document/business.ts'
import { checkDocument } from '#shared/document/check.ts'
import type { Content, Document } from '#shared/document/document.ts'
import { documentTaxes } from '#shared/document/documentTaxes.ts'
import { withoutBlankLines } from '#shared/document/editLines.ts'
import { totalsOf } from '#shared/document/totalsOf.ts'
import { treatmentOf } from '#shared/document/treatments.ts'
import { Card } from '#ui/Card.tsx'
import { Note } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { ClientCard } from './ClientCard.tsx'
import type { DocumentServices } from './documentServices.ts'
import classes from './documents.module.css'
import { ErrorList } from './ErrorList.tsx'
import { FieldsCard } from './FieldsCard.tsx'
import { IssueDialog } from './IssueDialog.tsx'
import type { Keeper } from './keepDraft.ts'
import { lineActs } from './lineActs.ts'
import { LinesCard } from './LinesCard.tsx'
import { TaxField } from './TaxField.tsx'
import { TotalsCard } from './TotalsCard.tsx'
import { useErrorTexts } from './useErrorTexts.ts'

type Props = {
  readonly services: DocumentServices
  readonly keeper: Keeper
  /** null: nobody has said yet who documents are from. */
  readonly business: Business | null
  readonly country: string
  readonly onSettings: () => void
  readonly onRemove: (() => void) | null
  /** The page as it will be printed, beside the editor. */
  readonly preview: (document: Document) => ReactNode
}

const noErrors: ReadonlyMap<string, string> = new Map()
const usualTaxes = ({ treatment, language, taxes }: Content): readonly string[] => {
  const usual = treatmentOf(treatment)
  return (usual ? documentTaxes(usual, language) : taxes).map(({ id }) => id)
}

/** A draft, written from the client down to the total. */
export function DraftPage(props: Props) {
  const { services, keeper, business, onSettings, onRemove, preview } = props
  const { t } = useTranslation('documents')
  const { document, state } = useSyncExternalStore(keeper.subscribe, keeper.read)
  const { content, links } = document
  const [isAsked, setAsked] = useState(false)
  const [isIssuing, setIssuing] = useState(false)
  const textsOf = useErrorTexts()
  const today = services.today()
  const acts = useMemo(() => lineActs(keeper, usualTaxes), [keeper])
  const totals = useMemo(() => {
    const result = totalsOf(content)
    return result.ok ? result.value : null
  }, [content])
  const checked = isAsked ? withoutBlankLines(content) : null
  const found = checked && checkDocument(checked, business, content.day ?? today)
  const errors = checked && found && !found.ok ? textsOf(found.error, checked) : null
  const set = (part: Partial<Content>) =>
    keeper.change((draft) => ({ ...draft, content: { ...draft.content, ...part } }))
  const region = business?.region ?? ''
  const country = business?.country || props.country
  const issue = () => {
    setAsked(true)
    if (checkDocument(withoutBlankLines(content), business, content.day ?? today).ok) setIssuing(true)
  }
  useEffect(() => {
    const leave = () => keeper.leave()
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [keeper])
  return (
    <Page
      wide
      title={t(state === 'new' ? `new.${content.kind}` : `draftOf.${content.kind}`)}
      sub={
        <>
          {t('draftText')}{' '}
          <span role="status" data-state={state}>
            {t(`state.${state}`)}
          </span>
        </>
      }
      actions={
        <Group gap="xs">
          {onRemove !== null && state !== 'new' && (
            <Button variant="default" onClick={onRemove}>
              {t('remove')}
            </Button>
          )}
          <Button onClick={issue}>{t(`issue.${content.kind}`)}</Button>
        </Group>
      }
    >
      <div className={classes.withPreview}>
        <div className={classes.editor}>
          {business === null && errors === null && (
            <Note tone="careful">
              {t('fields.incomplete')}{' '}
              <Button variant="light" size="compact-sm" onClick={onSettings}>
                {t('fields.toBusiness')}
              </Button>
            </Note>
          )}
          {errors !== null && <ErrorList errors={errors} onSettings={onSettings} />}
          <div className={classes.top}>
            <ClientCard
              services={services}
              document={document}
              change={keeper.change}
              error={errors?.fields['buyer']}
            />
            <FieldsCard
              content={content}
              today={today}
              set={set}
              errors={errors?.fields ?? {}}
              tax={
                <TaxField
                  content={content}
                  links={links}
                  seller={{ country, region, usual: business?.defaults.treatment ?? '' }}
                  set={set}
                />
              }
            />
          </div>
          <LinesCard
            book={services.book}
            draft={document}
            totals={totals}
            country={country}
            errors={errors?.lines ?? noErrors}
            acts={acts}
          />
          <div className={classes.bottom}>
            <Card title={t('fields.words')}>
              <div className={classes.stack}>
                {(['opening', 'closing'] as const).map((part) => (
                  <Textarea
                    key={part}
                    label={t(`fields.${part}`)}
                    autosize
                    minRows={2}
                    maxRows={10}
                    value={content[part]}
                    onChange={({ currentTarget }) => set({ [part]: currentTarget.value })}
                  />
                ))}
              </div>
            </Card>
            <TotalsCard content={content} totals={totals} set={set} />
          </div>
        </div>
        <div className={classes.preview}>{preview(document)}</div>
      </div>
      {isIssuing && <IssueDialog services={services} keeper={keeper} onClose={() => setIssuing(false)} />}
    </Page>
  )
}
