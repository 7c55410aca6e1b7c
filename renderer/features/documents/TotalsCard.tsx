import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Totals } from '#shared/document/calculation.ts'
import type { Content } from '#shared/document/document.ts'
import { Card } from '#ui/Card.tsx'
import { TotalsTable } from '#ui/document/TotalsTable.tsx'
import { AdjustmentFields } from './AdjustmentFields.tsx'
import classes from './documents.module.css'

type Props = {
  readonly content: Content
  readonly totals: Totals | null
  readonly set: (part: Partial<Content>) => void
}

/** What is taken off or put on everything, and what it all comes to, with each key. */
export function TotalsCard({ content, totals, set }: Props) {
  const { t } = useTranslation('documents')
  const { adjustments } = content
  const add = (kind: 'allowance' | 'charge') =>
    set({ adjustments: [...adjustments, { kind, percent: '', taxes: null, reason: '' }] })
  return (
    <Card title={t('totals.title')}>
      <div className={classes.stack}>
        {adjustments.map((adjustment, at) => (
          <AdjustmentFields
            key={at}
            adjustment={adjustment}
            currency={content.currency}
            label={t('adjust.ofWhole', { name: t(`adjust.${adjustment.kind}`), number: at + 1 })}
            reason={adjustment.reason}
            onReason={(reason) => set({ adjustments: adjustments.with(at, { ...adjustment, reason }) })}
            onChange={(next) => {
              const { taxes, reason } = adjustment
              set({ adjustments: adjustments.with(at, { ...next, taxes, reason }) })
            }}
            onRemove={() => set({ adjustments: adjustments.toSpliced(at, 1) })}
          />
        ))}
        <Group gap={4}>
          <Button variant="subtle" size="compact-sm" onClick={() => add('allowance')}>
            {t('adjust.addAllowance')}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => add('charge')}>
            {t('adjust.addCharge')}
          </Button>
        </Group>
        {content.deducts.map((deduction, at) => (
          <Group key={deduction.document} gap="xs" justify="space-between" wrap="nowrap">
            <Text size="sm">{t('totals.deducts', { number: deduction.number })}</Text>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => set({ deducts: content.deducts.toSpliced(at, 1) })}
            >
              {t('totals.leaveOut', { number: deduction.number })}
            </Button>
          </Group>
        ))}
        {totals === null ? (
          <Text size="sm" c="dimmed">
            {t('totals.unknown')}
          </Text>
        ) : (
          <TotalsTable content={content} totals={totals} />
        )}
      </div>
    </Card>
  )
}
