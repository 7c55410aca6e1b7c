import { Table } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { AssignmentRule } from '#shared/assignments/assignment.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { RulesServices } from './RulesScreen.tsx'
import type { useRuleNames } from './useRuleNames.ts'
import classes from './rules.module.css'

type Told = Pick<AssignmentRule, 'name' | 'when' | 'gives'>
type Props = {
  readonly services: RulesServices
  readonly rule: AssignmentRule | null
  readonly told: Told | null
  readonly names: ReturnType<typeof useRuleNames>
}

/** Stands for a rule that has no id yet, after all others. */
const notYet = { id: 'new', order: Number.MAX_SAFE_INTEGER, enabled: true }
const shown = 8

/** What the rule that is being typed would change, before it does. */
export function RuleEffect({ services: { book }, rule, told, names }: Props) {
  const { t } = useTranslation('rules')
  const format = useFormat()
  const [asked] = useDebouncedValue(told, 150)
  const { answer } = useAnswer(
    book.subscribe,
    async () => {
      if (asked === null) return null
      const record = { ...notYet, ...rule, ...asked }
      return book.preview([{ table: 'rules', id: record.id, record }])
    },
    JSON.stringify(asked),
  )
  const effect = asked === null ? null : answer
  const money = effect?.money.map(({ currency, gross }) => format.money(gross, currency)).join(' + ')
  const product = (id: string) => (id === '' ? t('effect.none') : names.product(id))
  return (
    <section className={classes.effect} aria-label={t('effect.label')}>
      <p className={classes.promise} role="status">
        {effect === null
          ? t('effect.nothingYet')
          : effect.listings + effect.lines === 0
            ? t('effect.nothing')
            : t('effect.changes', {
                listings: t('effect.listings', {
                  count: effect.listings,
                  number: format.number(effect.listings),
                }),
                lines: t('effect.lines', { count: effect.lines, number: format.number(effect.lines) }),
                money: money === '' ? format.number(0) : money,
              })}
      </p>
      {effect !== null && effect.examples.length > 0 && (
        <Table verticalSpacing={3} className={classes.examples ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('effect.listing')}</Table.Th>
              <Table.Th scope="col">{t('effect.stream')}</Table.Th>
              <Table.Th scope="col">{t('effect.product')}</Table.Th>
              <Table.Th scope="col" ta="end">
                {t('effect.linesHead')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {effect.examples.slice(0, shown).map((one, at) => (
              <Table.Tr key={at}>
                <Table.Td>
                  <bdi>{one.title || one.sku || t('effect.noTitle')}</bdi>
                  <span className={classes.quiet}> {names.channel(one.channel)}</span>
                </Table.Td>
                <Table.Td>
                  <Way from={names.stream(one.from)} to={names.stream(one.to)} />
                </Table.Td>
                <Table.Td>
                  <Way from={product(one.productFrom)} to={product(one.productTo)} />
                </Table.Td>
                <Table.Td ta="end">{format.number(one.lines)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {effect !== null && effect.listings > shown && (
        <p className={classes.quiet}>
          {t('effect.more', {
            count: effect.listings - shown,
            number: format.number(effect.listings - shown),
          })}
        </p>
      )}
    </section>
  )
}

function Way({ from, to }: { readonly from: string; readonly to: string }) {
  const { t } = useTranslation('rules')
  return <bdi>{from === to ? to : t('effect.way', { from, to })}</bdi>
}
