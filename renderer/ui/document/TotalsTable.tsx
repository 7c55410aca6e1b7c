import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Totals } from '#shared/document/calculation.ts'
import type { Content } from '#shared/document/document.ts'
import { numberWriting } from '#shared/money/typedNumber.ts'
import { decimalAsWritten } from '#ui/format/decimal.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './document.module.css'

type Props = {
  readonly content: Pick<Content, 'kind' | 'currency' | 'taxes' | 'deducts'>
  readonly totals: Totals
}

/** What a document comes to, step by step. */
export function TotalsTable({ content, totals }: Props) {
  const { t } = useTranslation('documents')
  const format = useFormat()
  const writing = useMemo(() => numberWriting(format.locale), [format.locale])
  const money = (minor: number) => format.money(minor, content.currency)
  const taxOf = (id: string) => content.taxes.find((tax) => tax.id === id)
  const named = (id: string, withheld: boolean) => {
    const { name = '', rate = '' } = taxOf(id) ?? {}
    return t(withheld ? 'totals.withheld' : 'totals.tax', { name, rate: decimalAsWritten(rate, writing) })
  }
  const isPlain = totals.taxes.length === 0 && totals.allowances === 0 && totals.charges === 0
  const shownTaxes = totals.taxes.filter(({ id, amount }) => amount !== 0 || taxOf(id)?.name !== '')
  return (
    <table className={classes.totals}>
      <tbody>
        {(totals.allowances !== 0 || totals.charges !== 0) && (
          <Row name={t('totals.lines')} amount={money(totals.lineTotal)} />
        )}
        {totals.allowances !== 0 && (
          <Row name={t('totals.allowances')} amount={money(0 - totals.allowances)} />
        )}
        {totals.charges !== 0 && <Row name={t('totals.charges')} amount={money(totals.charges)} />}
        {!isPlain && <Row name={t('totals.net')} amount={money(totals.taxExclusive)} />}
        {shownTaxes.map(({ id, taxable, amount }) => (
          <Row
            key={id}
            name={named(id, false)}
            about={t('totals.taxOn', { amount: money(taxable) })}
            amount={money(amount)}
          />
        ))}
        {(totals.prepaid !== 0 || totals.withheld.length > 0) && (
          <Row name={t('totals.gross')} amount={money(totals.taxInclusive)} />
        )}
        {totals.withheld.map(({ id, taxable, amount }) => (
          <Row
            key={id}
            name={named(id, true)}
            about={t('totals.taxOn', { amount: money(taxable) })}
            amount={money(0 - amount)}
          />
        ))}
        {content.deducts.map(({ document, number, amount }) => (
          <Row key={document} name={t('totals.prepaid', { number })} amount={money(0 - amount)} />
        ))}
        {totals.rounding !== 0 && <Row name={t('totals.rounding')} amount={money(totals.rounding)} />}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t(`totals.payable.${content.kind}`)}</th>
          <td>{money(totals.payable)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

type RowProps = { readonly name: string; readonly about?: string; readonly amount: string }
function Row({ name, about, amount }: RowProps) {
  return (
    <tr>
      <th scope="row">
        {name} {about !== undefined && <small>{about}</small>}
      </th>
      <td>{amount}</td>
    </tr>
  )
}
