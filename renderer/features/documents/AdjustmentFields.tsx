import { ActionIcon, SegmentedControl, TextInput } from '@mantine/core'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useTranslation } from 'react-i18next'
import type { Adjustment } from '#shared/document/calculation.ts'
import { DecimalInput } from '#ui/DecimalInput.tsx'
import { MoneyInput } from '#ui/MoneyInput.tsx'
import classes from './lines.module.css'

type Props<A extends Adjustment> = {
  readonly adjustment: A
  readonly currency: string
  readonly label: string
  /** Of the whole document: why. */
  readonly reason?: string
  readonly onReason?: (reason: string) => void
  readonly onChange: (adjustment: Adjustment) => void
  readonly onRemove: () => void
}

/** A discount or charge, in per cent or as an amount. */
export function AdjustmentFields<A extends Adjustment>(props: Props<A>) {
  const { adjustment, currency, label, reason, onReason, onChange, onRemove } = props
  const { t } = useTranslation('documents')
  const { kind } = adjustment
  const isShare = 'percent' in adjustment
  return (
    <div className={classes.adjustment} role="group" aria-label={label}>
      {onReason === undefined ? (
        <span className={classes.about}>{t(`adjust.${kind}`)}</span>
      ) : (
        <TextInput
          size="xs"
          flex="1 1 120px"
          aria-label={`${label}: ${t('adjust.reason')}`}
          placeholder={t(`adjust.${kind}`)}
          value={reason ?? ''}
          onChange={({ currentTarget }) => onReason(currentTarget.value)}
        />
      )}
      <div className={classes.adjustValue}>
        {isShare ? (
          <DecimalInput
            bare
            size="xs"
            label={`${label}: ${t('adjust.value')}`}
            value={adjustment.percent}
            onChange={(percent) => onChange({ kind, percent })}
          />
        ) : (
          <MoneyInput
            bare
            size="xs"
            label={`${label}: ${t('adjust.value')}`}
            currency={currency}
            value={adjustment.amount === 0 ? null : adjustment.amount}
            onChange={(amount) => onChange({ kind, amount: amount ?? 0 })}
          />
        )}
      </div>
      <SegmentedControl
        aria-label={`${label}: ${t('adjust.as')}`}
        data={[
          { value: 'percent', label: t('adjust.percent') },
          { value: 'amount', label: currency },
        ]}
        value={isShare ? 'percent' : 'amount'}
        onChange={(as) => onChange(as === 'percent' ? { kind, percent: '' } : { kind, amount: 0 })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={`${label}: ${t('adjust.remove')}`}
        onClick={onRemove}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </div>
  )
}
