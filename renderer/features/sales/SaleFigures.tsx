import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '#shared/book/entry.ts'
import type { Measures, SaleDetail, SalePart } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Figure, type FigureSource } from './Figure.tsx'
import classes from './sales.module.css'
import { useNames } from './useNames.ts'
import { usePartNames } from './usePartNames.ts'

type SaleFiguresProps = FigureSource & { readonly sale: SaleDetail; readonly currency: string }

/** Everything of a sale in one currency, from what came in to what stayed; taxes apart, for most are nobody's income. */
export function SaleFigures({ sale, currency, ...source }: SaleFiguresProps) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const names = useNames()
  const part = usePartNames()
  const parts = sale.parts.filter((one) => one.currency === currency)
  const measures = measuresIn(sale, currency)
  const channel = names.channel(sale.channel)
  const figures = (
    kinds: readonly Kind[],
    name: (one: SalePart) => ReactNode,
    note?: (one: SalePart) => ReactNode,
  ) =>
    parts
      .filter(({ kind }) => kinds.includes(kind))
      .map((one, at) => (
        <Figure
          key={`${one.kind}${at}`}
          name={name(one)}
          note={note?.(one)}
          amount={format.money(one.amount, currency)}
          origin={one.origin}
          {...source}
        />
      ))
  const refundNote = (one: SalePart) =>
    one.undated ? t('detail.undated') : one.estimate ? t('detail.estimate') : undefined
  const taxName = (one: SalePart) =>
    one.kind === 'marketplaceTax'
      ? t('detail.marketplaceTax', { channel })
      : t(`detail.${one.kind as 'tax' | 'taxIncluded' | 'refundedTax'}`)
  return (
    <>
      {currency !== sale.currency && (
        <Title order={2} mt="lg" fz={15}>
          {t('detail.inCurrency', { currency: format.currencyName(currency) })}
        </Title>
      )}
      <Section title={t('detail.income')}>
        {currency === sale.currency && measures.gross !== 0 && (
          <Figure
            name={t('detail.lines')}
            amount={format.money(measures.gross, currency)}
            origin={null}
            {...source}
          />
        )}
        {figures(
          ['discount', 'shipping', 'tip', 'other', 'adjustment'],
          part.name,
          (one) => one.title || undefined,
        )}
      </Section>
      <Section title={t('detail.refunds')}>
        {figures(['refund'], (one) => t('detail.refundedOn', { day: format.day(one.day) }), refundNote)}
      </Section>
      <Section title={t('detail.charged', { channel })}>{figures(['fee'], part.name)}</Section>
      <div className={`${classes.figure} ${classes.kept}`}>
        <div>{t('detail.kept')}</div>
        <div data-negative={measures.kept < 0 || undefined} className={classes.strong}>
          {format.money(measures.kept, currency)}
        </div>
      </div>
      <Section title={t('detail.taxes')}>
        {figures(['tax', 'taxIncluded', 'refundedTax', 'marketplaceTax'], taxName, refundNote)}
      </Section>
    </>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const drawn = [children].flat(2).filter(Boolean)
  if (drawn.length === 0) return null
  return (
    <section className={classes.section}>
      <Title order={3}>{title}</Title>
      {drawn}
    </section>
  )
}

const measuresIn = (sale: SaleDetail, currency: string): Measures =>
  currency === sale.currency
    ? sale.measures
    : (sale.others.find((other) => other.currency === currency)?.measures ?? sale.measures)
