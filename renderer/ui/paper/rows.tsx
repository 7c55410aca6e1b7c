import type { Content, ItemLine } from '#shared/document/document.ts'
import { columnsOf, type Column } from './columns.ts'
import type { PaperWords } from './words.ts'
import classes from './paper.module.css'

type ItemRowProps = {
  readonly line: ItemLine
  readonly position: number
  /** As the prices are, in minor units; null where it cannot be worked out yet. */
  readonly amount: number | null
  readonly adjustments: readonly number[]
  readonly details: string
  readonly content: Content
  readonly words: PaperWords
  readonly isPriced: boolean
}

export function ItemRow(props: ItemRowProps) {
  const { line, position, amount, details, content, words, isPriced } = props
  const { currency } = content
  const cells: Readonly<Record<Column, React.ReactNode>> = {
    position,
    title: (
      <>
        <div className={classes.itemTitle}>{line.title}</div>
        {line.sku !== '' && <div className={classes.muted}>{line.sku}</div>}
        {details !== '' && <div className={classes.details}>{details}</div>}
        {isPriced && <Adjustments {...props} />}
      </>
    ),
    quantity: words.quantity(line.quantity, line.unit),
    price: <Price {...props} />,
    tax: taxOf(content, line, words),
    amount: amount === null ? '–' : words.amount(amount, currency),
  }
  return (
    <tr>
      {columnsOf(content, isPriced).map((column) => (
        <td key={column} className={classes[column]}>
          {cells[column]}
        </td>
      ))}
    </tr>
  )
}

function Price({ line, content, words }: ItemRowProps) {
  const isReadable = /^-?\d+(\.\d+)?$/.test(line.unitPrice)
  return (
    <>
      {isReadable ? words.price(line.unitPrice, content.currency) : '–'}
      {line.priceQuantity !== '1' && (
        <div className={classes.muted}>
          {words.t('priceFor', { quantity: words.quantity(line.priceQuantity, line.unit) })}
        </div>
      )}
    </>
  )
}

function Adjustments({ line, adjustments, content, words }: ItemRowProps) {
  return line.adjustments.map((adjustment, at) => {
    const isOff = adjustment.kind === 'allowance'
    const share = 'percent' in adjustment ? ` ${words.percent(adjustment.percent)}` : ''
    const size = adjustments[at] ?? 0
    return (
      <div key={at} className={classes.muted}>
        {words.t(isOff ? 'discount' : 'surcharge')}
        {share} {words.money(isOff ? 0 - size : size, content.currency)}
      </div>
    )
  })
}

/** The rates a line falls under, or a dash. */
function taxOf({ taxes }: Content, line: ItemLine, words: PaperWords): string {
  const own = taxes.filter(({ id, withheld }) => line.taxes.includes(id) && !withheld)
  return own.length === 0 ? '–' : own.map(({ rate }) => words.percent(rate)).join(' + ')
}

/** The rest of a description that is too long for one row. */
export function MoreRow({ text, columns }: { readonly text: string; readonly columns: readonly Column[] }) {
  return (
    <tr data-more>
      <td colSpan={columns.length} className={classes.more}>
        <div className={classes.details}>{text}</div>
      </td>
    </tr>
  )
}

export function TextRow({ text, columns }: { readonly text: string; readonly columns: readonly Column[] }) {
  return (
    <tr data-text>
      <td colSpan={columns.length} className={classes.textRow}>
        {text}
      </td>
    </tr>
  )
}

type SubtotalRowProps = {
  readonly title: string
  readonly amount: string
  readonly columns: readonly Column[]
}
export function SubtotalRow({ title, amount, columns }: SubtotalRowProps) {
  return (
    <tr data-subtotal>
      <td colSpan={columns.length - 1} className={classes.subtotalTitle}>
        {title}
      </td>
      <td className={classes.amount}>{amount}</td>
    </tr>
  )
}
