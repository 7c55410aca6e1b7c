import { memo, useState } from 'react'
import IconGripVertical from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs'
import { useTranslation } from 'react-i18next'
import type { ItemLine } from '#shared/document/document.ts'
import { exponentOf } from '#shared/money/currencies.ts'
import type { NumberWriting } from '#shared/money/typedNumber.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { AdjustmentFields } from './AdjustmentFields.tsx'
import type { LineActs } from './lineActs.ts'
import classes from './lines.module.css'
import { LineMenu } from './LineMenu.tsx'
import { NumberCell } from './NumberCell.tsx'
import { ProductSuggestions } from './ProductSuggestions.tsx'
import { idOfTaxes, type TaxChoice } from '#shared/document/taxChoices.ts'
import { TitleCell } from './TitleCell.tsx'
import type { DocumentServices } from './documentServices.ts'

type Props = {
  readonly line: ItemLine
  readonly at: number
  /** Minor units as the prices are; null where a number cannot be read. */
  readonly amount: number | null
  readonly currency: string
  readonly writing: NumberWriting
  readonly taxes: readonly TaxChoice[]
  readonly taxName: (choice: TaxChoice) => string
  readonly unitChoices: readonly { readonly value: string; readonly label: string }[]
  readonly isLinked: boolean
  readonly error: string | null
  readonly acts: LineActs
  /** It was pointed at, or typed in. */
  readonly isWarm: boolean
  readonly onRemove: (id: string) => void
  readonly book: DocumentServices['book']
}

/** A line that is charged for. Only the row that is pointed at or typed in holds what opens. */
export const LineRow = memo(function LineRow(props: Props) {
  const {
    line,
    at,
    amount,
    currency,
    writing,
    taxes,
    taxName,
    unitChoices,
    isLinked,
    error,
    isWarm,
    acts,
    book,
  } = props
  const { t } = useTranslation('documents')
  const format = useFormat()
  const [isDescribed, setDescribed] = useState(false)
  const [isSearching, setSearching] = useState(false)
  const { id } = line
  const number = at + 1
  const named = (name: string) => t('lines.ofLine', { name, number })
  const taxId = idOfTaxes(line.taxes)
  const chosenTax = taxes.find((choice) => choice.id === taxId)
  const shown = (choices: readonly { readonly value: string; readonly label: string }[], value: string) =>
    isWarm ? choices : choices.filter((choice) => choice.value === value)
  const taxData = taxes.map((choice) => ({ value: choice.id, label: taxName(choice) }))
  return (
    <div
      className={classes.row}
      role="group"
      aria-label={t('lines.ofLine', { name: line.title, number })}
      data-row={id}
      data-wrong={error !== null || undefined}
    >
      <span className={classes.handle} data-handle={id} title={t('lines.drag')}>
        <IconGripVertical size={14} aria-hidden />
      </span>
      <div className={classes.title}>
        <TitleCell
          line={id}
          label={named(t('lines.item'))}
          value={line.title}
          isOpen={isSearching}
          onChange={(title) => {
            acts.setTitle(id, title)
            setSearching(title.trim() !== '')
          }}
          onLeave={() => setSearching(false)}
        />
        {isSearching && (
          <ProductSuggestions
            book={book}
            line={id}
            text={line.title}
            onChoose={(product) => {
              acts.fill(id, product)
              setSearching(false)
            }}
            onClose={() => setSearching(false)}
          />
        )}
        {(isDescribed || line.details !== '') && (
          <textarea
            className={classes.details}
            aria-label={named(t('lines.details'))}
            data-line={id}
            data-cell="details"
            placeholder={t('lines.details')}
            rows={1}
            value={line.details}
            onChange={({ currentTarget }) => acts.set(id, { details: currentTarget.value })}
            onBlur={() => setDescribed(false)}
          />
        )}
        {(isLinked || line.sku !== '') && (
          <span className={classes.about}>
            {isLinked ? t('lines.linked', { name: line.sku || line.title }) : line.sku}
          </span>
        )}
        {line.adjustments.map((adjustment, place) => (
          <AdjustmentFields
            key={place}
            adjustment={adjustment}
            currency={currency}
            label={named(t(`adjust.${adjustment.kind}`))}
            onChange={(next) => acts.set(id, { adjustments: line.adjustments.with(place, next) })}
            onRemove={() => acts.set(id, { adjustments: line.adjustments.toSpliced(place, 1) })}
          />
        ))}
        {error !== null && <span className={classes.error}>{error}</span>}
      </div>
      <NumberCell
        label={named(t('lines.quantity'))}
        cell="quantity"
        line={id}
        as="number"
        places={0}
        value={line.quantity}
        writing={writing}
        onChange={(quantity) => acts.set(id, { quantity })}
      />
      <select
        className={classes.select}
        aria-label={named(t('lines.unit'))}
        data-line={id}
        data-cell="unit"
        value={line.unit}
        onChange={({ currentTarget }) => acts.set(id, { unit: currentTarget.value })}
      >
        {shown(withOwn(unitChoices, line.unit), line.unit).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <NumberCell
        label={named(t('lines.price'))}
        cell="price"
        line={id}
        as="price"
        places={exponentOf(currency)}
        value={line.unitPrice}
        writing={writing}
        onChange={(unitPrice) => acts.set(id, { unitPrice })}
      />
      <select
        className={classes.select}
        aria-label={named(t('lines.tax'))}
        data-line={id}
        data-cell="tax"
        value={chosenTax?.id ?? taxId}
        onChange={({ currentTarget }) =>
          acts.setTaxes(id, taxes.find((choice) => choice.id === currentTarget.value)?.taxes ?? [])
        }
      >
        {shown(withOwn(taxData, taxId), taxId).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <output className={classes.amount} aria-label={named(t('lines.amount'))}>
        {amount === null ? '' : format.amount(amount, currency)}
      </output>
      <span className={classes.more}>
        {isWarm && (
          <LineMenu
            line={line}
            number={number}
            acts={acts}
            onDescribe={() => setDescribed(true)}
            onRemove={() => props.onRemove(id)}
          />
        )}
      </span>
    </div>
  )
})

/** A unit or a set of taxes that is none of the choices stands for itself. */
const withOwn = (choices: readonly { readonly value: string; readonly label: string }[], value: string) =>
  choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: value }]
