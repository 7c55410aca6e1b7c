import { ActionIcon, Button, NumberInput, Select } from '@mantine/core'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useTranslation } from 'react-i18next'
import { findTermsError, type InstalmentTerms, type Terms } from '#shared/document/terms.ts'
import { DecimalInput } from '#ui/DecimalInput.tsx'
import classes from './document.module.css'

type Props = {
  readonly label: string
  readonly terms: Terms
  readonly onChange: (terms: Terms) => void
}

const kinds = ['onReceipt', 'net', 'endOfMonth', 'day', 'instalments'] as const
const first: { readonly [K in Terms['kind']]: Terms } = {
  onReceipt: { kind: 'onReceipt' },
  net: { kind: 'net', days: 14 },
  endOfMonth: { kind: 'endOfMonth', days: 0 },
  day: { kind: 'day', day: 15 },
  instalments: {
    kind: 'instalments',
    parts: [
      { percent: '50', days: 0 },
      { percent: '50', days: 30 },
    ],
  },
}
const whole = (value: string | number) => (typeof value === 'number' ? value : Number(value) || 0)

/** When a document is to be paid. */
export function TermsFields({ label, terms, onChange }: Props) {
  const { t } = useTranslation('documents')
  const error = findTermsError(terms)
  const said =
    error === null
      ? undefined
      : t(`terms.errors.${error.code}`, { percent: 'percent' in error ? error.percent : '' })
  return (
    <div className={classes.terms}>
      <Select
        label={label}
        data={kinds.map((value) => ({ value, label: t(`terms.kinds.${value}`) }))}
        value={terms.kind}
        allowDeselect={false}
        error={terms.kind === 'instalments' ? said : undefined}
        comboboxProps={{ keepMounted: false }}
        onChange={(kind) =>
          onChange(kinds.some((one) => one === kind) ? first[kind as Terms['kind']] : terms)
        }
      />
      {(terms.kind === 'net' || terms.kind === 'endOfMonth') && (
        <NumberInput
          label={t('terms.days')}
          min={0}
          max={3650}
          allowDecimal={false}
          value={terms.days}
          error={said}
          onChange={(days) => onChange({ kind: terms.kind, days: whole(days) })}
        />
      )}
      {terms.kind === 'day' && (
        <NumberInput
          label={t('terms.day')}
          min={1}
          max={31}
          allowDecimal={false}
          value={terms.day}
          error={said}
          onChange={(day) => onChange({ kind: 'day', day: whole(day) })}
        />
      )}
      {terms.kind === 'instalments' && (
        <Parts parts={terms.parts} onChange={(parts) => onChange({ kind: 'instalments', parts })} />
      )}
    </div>
  )
}

type PartsProps = {
  readonly parts: readonly InstalmentTerms[]
  readonly onChange: (parts: readonly InstalmentTerms[]) => void
}
function Parts({ parts, onChange }: PartsProps) {
  const { t } = useTranslation('documents')
  return (
    <fieldset className={classes.parts}>
      {parts.map((part, at) => (
        <div key={at} className={classes.part}>
          <DecimalInput
            bare
            label={t('terms.ofPart', { name: t('terms.percent'), number: at + 1 })}
            sign="%"
            value={part.percent}
            onChange={(percent) => onChange(parts.with(at, { ...part, percent }))}
          />
          <NumberInput
            aria-label={t('terms.ofPart', { name: t('terms.days'), number: at + 1 })}
            min={0}
            max={3650}
            allowDecimal={false}
            suffix={` ${t('terms.days')}`}
            value={part.days}
            onChange={(days) => onChange(parts.with(at, { ...part, days: whole(days) }))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('terms.removePart', { number: at + 1 })}
            onClick={() => onChange(parts.toSpliced(at, 1))}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange([...parts, { percent: '', days: (parts.at(-1)?.days ?? 0) + 30 }])}
        >
          {t('terms.add')}
        </Button>
      </div>
    </fieldset>
  )
}
