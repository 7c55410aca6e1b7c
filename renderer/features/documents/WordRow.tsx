import { memo } from 'react'
import IconGripVertical from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs'
import { useTranslation } from 'react-i18next'
import type { WordLine } from '#shared/document/document.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { LineActs } from './lineActs.ts'
import classes from './lines.module.css'
import { LineMenu } from './LineMenu.tsx'

type Props = {
  readonly line: WordLine
  readonly at: number
  /** Of a subtotal, minor units. */
  readonly amount: number | null
  readonly currency: string
  readonly acts: LineActs
  /** It was pointed at, or typed in. */
  readonly isWarm: boolean
  readonly onRemove: (id: string) => void
}

/** Words between the lines, or the sum of those above. */
export const WordRow = memo(function WordRow({ line, at, amount, currency, acts, isWarm, onRemove }: Props) {
  const { t } = useTranslation('documents')
  const format = useFormat()
  const isSubtotal = line.kind === 'subtotal'
  const name = t(isSubtotal ? 'lines.subtotal' : 'lines.words')
  return (
    <div
      className={classes.row}
      role="group"
      aria-label={t('lines.ofLine', { name, number: at + 1 })}
      data-row={line.id}
      data-kind={line.kind}
    >
      <span className={classes.handle} data-handle={line.id} title={t('lines.drag')}>
        <IconGripVertical size={14} aria-hidden />
      </span>
      <input
        className={`${classes.words} ${classes.wide}`}
        aria-label={t('lines.ofLine', { name, number: at + 1 })}
        data-line={line.id}
        data-cell="title"
        autoComplete="off"
        placeholder={name}
        value={line.title}
        onChange={({ currentTarget }) => acts.setTitle(line.id, currentTarget.value)}
      />
      <output
        className={classes.amount}
        aria-label={t('lines.ofLine', { name: t('lines.amount'), number: at + 1 })}
      >
        {isSubtotal && amount !== null ? format.amount(amount, currency) : ''}
      </output>
      <span className={classes.more}>
        {isWarm && <LineMenu line={line} number={at + 1} acts={acts} onRemove={() => onRemove(line.id)} />}
      </span>
    </div>
  )
})
