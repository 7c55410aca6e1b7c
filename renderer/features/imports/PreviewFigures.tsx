import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Measures, SaleRow, Standings } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './imports.module.css'

const firstFew = 8
const shown = ['gross', 'discounts', 'shipping', 'refunds', 'fees', 'kept'] as const
/** Taken away from what came in, so they carry a minus. */
const outgoing: readonly string[] = ['discounts', 'refunds', 'fees']

/** What the import adds to the brand's totals, in each currency. */
export function WhatItAdds({ change, brand }: { readonly change: Standings; readonly brand: string }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const counted = Object.entries(change.counted).filter(([, measures]) => hasAny(measures))
  const uncounted = Object.entries(change.uncounted).filter(([, measures]) => measures.gross !== 0)
  if (counted.length === 0 && uncounted.length === 0) return null
  return (
    <section className={classes.section}>
      <Title order={3}>{t('preview.totals')}</Title>
      <Text size="xs" c="dimmed" mb={6}>
        {t('preview.totalsText', { brand })}
      </Text>
      {counted.length > 0 && (
        <Table.ScrollContainer minWidth={620} type="native">
          <Table fz="sm" aria-label={t('preview.totals')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('preview.currency')}</Table.Th>
                {shown.map((name) => (
                  <Table.Th key={name} ta="end">
                    {t(`preview.${name}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {counted.map(([currency, measures]) => (
                <Table.Tr key={currency}>
                  <Table.Th scope="row">{currency}</Table.Th>
                  {shown.map((name) => (
                    <Table.Td key={name} ta="end" fw={name === 'kept' ? 600 : 400}>
                      {format.amount(outgoing.includes(name) ? 0 - measures[name] : measures[name], currency)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {uncounted.length > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('preview.uncounted', {
            amounts: uncounted.map(([currency, { gross }]) => format.money(gross, currency)).join(', '),
          })}
        </Text>
      )}
    </section>
  )
}

const hasAny = (measures: Measures): boolean => Object.values(measures).some((minor) => minor !== 0)

/** The first sales as the book would hold them: the quickest way to see that a file was understood. */
export function FirstSales({ sales }: { readonly sales: readonly SaleRow[] }) {
  const { t } = useTranslation(['imports', 'sales'])
  const format = useFormat()
  return (
    <section className={classes.section}>
      <Title order={3} mb={6}>
        {t('preview.first')}
      </Title>
      <Table.ScrollContainer minWidth={720} type="native">
        <Table fz="sm" aria-label={t('preview.first')} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={112}>{t('preview.day')}</Table.Th>
              <Table.Th w={120}>{t('preview.order')}</Table.Th>
              <Table.Th>{t('preview.product')}</Table.Th>
              <Table.Th w={150}>{t('preview.buyer')}</Table.Th>
              <Table.Th w={110} ta="end">
                {t('preview.gross')}
              </Table.Th>
              <Table.Th w={110} ta="end">
                {t('preview.kept')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sales.slice(0, firstFew).map((sale) => (
              <Table.Tr key={sale.key}>
                <Table.Td>{format.day(sale.day)}</Table.Td>
                <Short text={sale.label} />
                <Short
                  text={
                    sale.status === 'counted'
                      ? sale.title
                      : [t(`sales:status.${sale.status}`), sale.title].filter(Boolean).join(' · ')
                  }
                />
                <Short text={sale.buyer} />
                <Table.Td ta="end">{format.money(sale.measures.gross, sale.currency)}</Table.Td>
                <Table.Td ta="end">{format.money(sale.measures.kept, sale.currency)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}

const Short = ({ text }: { readonly text: string }) => (
  <Table.Td className={classes.short ?? ''} title={text}>
    <bdi>{text}</bdi>
  </Table.Td>
)
