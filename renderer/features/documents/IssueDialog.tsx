import { useState } from 'react'
import { Button, Group, Modal, Select, Text } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { issueDocument, numberFor } from '#data/documents/issue.ts'
import { dueOf } from '#shared/document/terms.ts'
import { withoutBlankLines } from '#shared/document/editLines.ts'
import { totalsOf } from '#shared/document/totalsOf.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Note } from '#ui/Note.tsx'
import type { DocumentServices } from './documentServices.ts'
import classes from './documents.module.css'
import type { Keeper } from './keepDraft.ts'
import { useErrorTexts } from './useErrorTexts.ts'

type Props = {
  readonly services: DocumentServices
  readonly keeper: Keeper
  readonly onClose: () => void
}

/** The last look before a number is given: there is no way back but a void or a credit note. */
export function IssueDialog({ services: { db, today }, keeper, onClose }: Props) {
  const { t } = useTranslation('documents')
  const format = useFormat()
  const textsOf = useErrorTexts()
  const { document } = keeper.read()
  const { content } = document
  const [series, setSeries] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<readonly string[] | null>(null)
  const day = content.day ?? today()
  const offered = useLiveQuery(
    () => numberFor(db, content.kind, day, series),
    [db, content.kind, day, series],
  )
  const totals = totalsOf(withoutBlankLines(content))
  const payable = totals.ok ? totals.value.payable : 0
  const due = content.kind === 'invoice' ? dueOf(content.terms, day, payable) : []
  const issue = async () => {
    setBusy(true)
    keeper.change((draft) => {
      const tidy = withoutBlankLines(draft.content)
      return tidy.lines.length === draft.content.lines.length ? draft : { ...draft, content: tidy }
    }, 'at once')
    const kept = await keeper.flush()
    const result = kept
      ? await issueDocument(db, document.id, today(), new Date().toISOString(), series)
      : null
    setBusy(false)
    if (result?.ok === true) return onClose()
    const errors = result === null ? [] : 'code' in result.error ? [result.error] : result.error
    setProblem(textsOf(errors, withoutBlankLines(content)).all.map(({ text }) => text))
  }
  const facts = [
    [t('issuing.number'), offered?.number ?? ''],
    [t('issuing.day'), format.day(day)],
    [t('issuing.client'), content.buyer.name],
    [t('issuing.payable'), format.money(payable, content.currency)],
    ...due.map((part) => [
      t('issuing.due'),
      due.length === 1
        ? format.day(part.day)
        : `${format.day(part.day)}: ${format.money(part.amount, content.currency)}`,
    ]),
  ]
  return (
    <Modal
      opened
      title={t(`issuing.title.${content.kind}`)}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onClose}
    >
      <Text size="sm">{t('issuing.text')}</Text>
      <dl className={classes.facts}>
        {facts.map(([name, value], at) => [
          <dt key={`name ${at}`}>{name}</dt>,
          <dd key={`value ${at}`}>
            <bdi>{value}</bdi>
          </dd>,
        ])}
      </dl>
      {offered !== undefined && offered.series.length > 1 && (
        <Select
          mt="md"
          label={t('issuing.series')}
          data={offered.series.map(({ id, pattern }) => ({ value: id, label: pattern }))}
          value={series ?? offered.series[0]?.id ?? null}
          allowDeselect={false}
          comboboxProps={{ keepMounted: false }}
          onChange={setSeries}
        />
      )}
      {problem !== null && (
        <Note tone="bad" role="alert" title={t('issuing.failed')}>
          {problem.map((text) => (
            <div key={text}>{text}</div>
          ))}
        </Note>
      )}
      <Group justify="end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button data-autofocus loading={isBusy} onClick={() => void issue()}>
          {t('issuing.do', { number: offered?.number ?? '' })}
        </Button>
      </Group>
    </Modal>
  )
}
