import type { Totals } from '#shared/document/calculation.ts'
import type { Content } from '#shared/document/document.ts'
import { sharesOf } from '#shared/document/share.ts'
import { itemsOf } from '#shared/document/totalsOf.ts'
import type { PaperWords } from './words.ts'
import type { Parts } from './parts.ts'
import classes from './paper.module.css'

type Row = {
  readonly key: string
  readonly title: string
  readonly amount: string
  readonly note?: string
  readonly weight?: 'sum' | 'payable'
}

/** From the sum of the lines to what is to be paid. */
export function TotalsBlock(parts: Parts) {
  return (
    <table className={classes.totals}>
      <tbody>
        {totalRows(parts).map(({ key, title, amount, note, weight }) => (
          <tr key={key} data-weight={weight}>
            <th scope="row">
              {title}
              {note !== undefined && <div className={classes.muted}>{note}</div>}
            </th>
            <td>{amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function totalRows({ document, totals, words }: Parts): readonly Row[] {
  const { content } = document
  if (totals === null) return [{ key: 'payable', title: words.t('total'), amount: '–', weight: 'payable' }]
  const { t } = words
  const money = (minor: number) => words.money(minor, content.currency)
  const taxOf = (id: string) => content.taxes.find((tax) => tax.id === id)
  const taxRow = (id: string, taxable: number, amount: number, key: 'taxLine' | 'taxInside'): Row => ({
    key: `tax ${id}`,
    title: t(key, {
      name: taxOf(id)?.name ?? '',
      rate: words.percent(taxOf(id)?.rate ?? '0'),
      base: money(taxable),
    }),
    amount: money(amount),
  })
  const charged = totals.taxes.filter(({ id, amount }) => amount !== 0 || taxOf(id)?.category === 'Z')
  const hasAdjustments = totals.adjustments.length > 0
  const rows: Row[] = []
  if (hasAdjustments) {
    const sum = totals.lines.reduce((all, { amount }) => all + amount, 0)
    rows.push({ key: 'lines', title: t('subtotal'), amount: money(sum) })
    rows.push(...adjustmentRows(content, totals, words))
  }
  if (content.pricesIncludeTax) {
    rows.push({ key: 'total', title: t('total'), amount: money(totals.taxInclusive), weight: 'sum' })
    rows.push(...charged.map(({ id, taxable, amount }) => taxRow(id, taxable, amount, 'taxInside')))
  } else {
    if (charged.length > 0)
      rows.push({ key: 'net', title: t('net'), amount: money(totals.taxExclusive), weight: 'sum' })
    rows.push(...charged.map(({ id, taxable, amount }) => taxRow(id, taxable, amount, 'taxLine')))
    if (totals.payable !== totals.taxInclusive && charged.length > 0)
      rows.push({ key: 'with', title: t('totalWithTax'), amount: money(totals.taxInclusive), weight: 'sum' })
  }
  for (const { id, amount } of totals.withheld)
    rows.push({
      key: `withheld ${id}`,
      title: t('withheld', { name: taxOf(id)?.name ?? '', rate: words.percent(taxOf(id)?.rate ?? '0') }),
      amount: money(0 - amount),
    })
  for (const { document: id, number, day, amount, tax } of content.deducts)
    rows.push({
      key: `deposit ${id}`,
      title: t('deducted', { number, day: words.day(day) }),
      amount: money(0 - amount),
      ...(tax > 0 ? { note: t('deductedTax', { amount: money(tax) }) } : {}),
    })
  if (totals.rounding !== 0)
    rows.push({ key: 'rounding', title: t('rounding'), amount: money(totals.rounding) })
  const last = { quote: 'quoted', invoice: 'payable', creditNote: 'credited' } as const
  rows.push({
    key: 'payable',
    title: t(last[content.kind]),
    amount: money(totals.payable),
    weight: 'payable',
  })
  return rows
}

/** What is taken off or put on the whole, as the prices are, each in one row however many taxes it falls under. */
function adjustmentRows(content: Content, totals: Totals, words: PaperWords): readonly Row[] {
  const lines = itemsOf(content).map(({ taxes }, at) => ({ taxes, amount: totals.lines[at]?.amount ?? 0 }))
  const parts = sharesOf(lines, content.adjustments).flatMap((share) => share.parts)
  return content.adjustments.map((adjustment, at) => {
    const size = parts.reduce((sum, part) => sum + (part.at === at ? part.amount : 0), 0)
    const share = 'percent' in adjustment ? ` ${words.percent(adjustment.percent)}` : ''
    const usual = words.t(adjustment.kind === 'allowance' ? 'discount' : 'surcharge')
    return {
      key: `adjustment ${at}`,
      title: (adjustment.reason.trim() || usual) + share,
      amount: words.money(size, content.currency),
    }
  })
}
