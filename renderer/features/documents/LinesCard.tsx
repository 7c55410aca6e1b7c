import { useCallback, useMemo } from 'react'
import { Button } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { useTranslation } from 'react-i18next'
import type { Totals } from '#shared/document/calculation.ts'
import type { Document } from '#shared/document/document.ts'
import { amountsByLine } from '#shared/document/editLines.ts'
import { unitGroups } from '#shared/document/units.ts'
import { numberWriting } from '#shared/money/typedNumber.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { showUndo } from '#ui/showUndo.tsx'
import type { DocumentServices } from './documentServices.ts'
import type { LineActs } from './lineActs.ts'
import { LineRow } from './LineRow.tsx'
import classes from './lines.module.css'
import { taxChoices } from '#shared/document/taxChoices.ts'
import { useLineKeys } from './useLineKeys.ts'
import { useTaxNames } from '#ui/document/useTaxNames.ts'
import { useWarmRows } from './useWarmRows.ts'
import { WordRow } from './WordRow.tsx'

type Props = {
  readonly book: DocumentServices['book']
  readonly draft: Pick<Document, 'content' | 'links'>
  readonly totals: Totals | null
  /** Of the seller: whose taxes there are to choose from. */
  readonly country: string
  /** By line id, in words. */
  readonly errors: ReadonlyMap<string, string>
  readonly acts: LineActs
}

/** What is charged for, a line each. */
export function LinesCard({ book, draft, totals, country, errors, acts }: Props) {
  const { t } = useTranslation(['documents', 'paper'])
  const { locale } = useFormat()
  const { content, links } = draft
  const { lines, currency, language, taxes: own } = content
  const names = useTaxNames()
  const writing = useMemo(() => numberWriting(locale), [locale])
  const taxes = useMemo(() => taxChoices(country, { language, taxes: own }), [country, language, own])
  const units = useMemo(
    () =>
      Object.values(unitGroups)
        .flat()
        .map((value) => ({ value, label: t(`paper:unitNames.${value}`) })),
    [t],
  )
  const { table, add, on } = useLineKeys(lines, acts)
  const { warm, onWarm } = useWarmRows()
  const amounts = totals === null ? null : amountsByLine(lines, totals.lines)
  const remove = useCallback(
    (id: string) => {
      const removed = acts.remove(id)
      if (removed === null) return
      showUndo({
        id: `line ${id}`,
        message: t('lines.removed'),
        undo: t('undo'),
        onUndo: () => acts.restore(removed),
      })
    },
    [acts, t],
  )
  return (
    <Card title={t('lines.title')} className={classes.card}>
      <div
        className={classes.table}
        role="group"
        aria-label={t('lines.table')}
        ref={table}
        {...on}
        {...onWarm}
      >
        {lines.length > 0 && (
          <div className={classes.heads} aria-hidden>
            <span />
            <span>{t('lines.item')}</span>
            <span data-end>{t('lines.quantity')}</span>
            <span>{t('lines.unit')}</span>
            <span data-end>{t('lines.price')}</span>
            <span>{t('lines.tax')}</span>
            <span data-end>{t('lines.amount')}</span>
            <span />
          </div>
        )}
        {lines.length === 0 && <p className={classes.empty}>{t('lines.empty')}</p>}
        {lines.map((line, at) => {
          if (line.kind !== 'item')
            return (
              <WordRow
                key={line.id}
                line={line}
                at={at}
                amount={amounts?.get(line.id) ?? null}
                currency={currency}
                acts={acts}
                isWarm={warm.has(line.id)}
                onRemove={remove}
              />
            )
          return (
            <LineRow
              key={line.id}
              line={line}
              at={at}
              amount={amounts?.get(line.id) ?? null}
              currency={currency}
              writing={writing}
              taxes={taxes}
              taxName={names.choice}
              unitChoices={units}
              isLinked={links.lines[line.id]?.product != null}
              error={errors.get(line.id) ?? null}
              acts={acts}
              isWarm={warm.has(line.id)}
              onRemove={remove}
              book={book}
            />
          )
        })}
      </div>
      <div className={classes.foot}>
        <Button
          variant="light"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => add(null)}
        >
          {t('lines.add')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => add(null, 'text')}>
          {t('lines.addText')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => add(null, 'subtotal')}>
          {t('lines.addSubtotal')}
        </Button>
        <span className={classes.keys}>{t('lines.keys')}</span>
      </div>
    </Card>
  )
}
