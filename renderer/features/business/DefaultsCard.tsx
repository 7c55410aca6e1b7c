import { useMemo } from 'react'
import { NumberInput, SegmentedControl, Select, Switch, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isPaperLanguage } from '#shared/document/blankContent.ts'
import type { Business } from '#shared/document/business.ts'
import { designs, paperLanguages, papers } from '#shared/document/document.ts'
import { taxChoices } from '#shared/document/taxChoices.ts'
import { ratesAsOf } from '#shared/document/taxRates.ts'
import { Card } from '#ui/Card.tsx'
import { DecimalInput } from '#ui/DecimalInput.tsx'
import { languageName } from '#ui/document/languageName.ts'
import { TermsFields } from '#ui/document/TermsFields.tsx'
import { useTaxNames } from '#ui/document/useTaxNames.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './business.module.css'

type Props = {
  readonly business: Business
  readonly onChange: (part: Partial<Business['defaults']>) => void
  readonly onIncome: (income: Business['income']) => void
}

/** What new documents begin with; each can be changed on the document. */
export function DefaultsCard({ business, onChange, onIncome }: Props) {
  const { t } = useTranslation(['business', 'documents', 'treatments'])
  const format = useFormat()
  const names = useTaxNames()
  const { country, defaults } = business
  const treatments = useMemo(
    () =>
      taxChoices(country, { language: 'en', taxes: [] }).flatMap((choice) =>
        choice.treatment === null ? [] : [{ value: choice.treatment, label: names.choice(choice) }],
      ),
    [country, names],
  )
  const early = defaults.earlyPayment
  return (
    <Card title={t('defaults.title')} sub={t('defaults.text')}>
      <div className={classes.stack}>
        <div className={classes.pair}>
          <Select
            label={t('documents:fields.treatment')}
            description={t('treatments:note', { day: format.day(ratesAsOf) })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={treatments}
            value={treatments.some(({ value }) => value === defaults.treatment) ? defaults.treatment : null}
            allowDeselect={false}
            searchable
            comboboxProps={{ keepMounted: false }}
            onChange={(treatment) => treatment !== null && onChange({ treatment })}
          />
          <Switch
            className={classes.switch ?? ''}
            label={t('documents:fields.pricesIncludeTax')}
            checked={defaults.pricesIncludeTax}
            onChange={({ currentTarget }) => onChange({ pricesIncludeTax: currentTarget.checked })}
          />
          <TermsFields
            label={t('documents:fields.terms')}
            terms={defaults.terms}
            onChange={(terms) => onChange({ terms })}
          />
          <NumberInput
            label={t('defaults.quoteDays')}
            min={0}
            max={3650}
            allowDecimal={false}
            value={defaults.quoteDays}
            onChange={(days) => onChange({ quoteDays: Number(days) || 0 })}
          />
          <DecimalInput
            label={t('documents:fields.earlyPercent')}
            sign="%"
            value={early?.percent ?? ''}
            onChange={(percent) =>
              onChange({ earlyPayment: percent === '' ? null : { days: 10, ...early, percent } })
            }
          />
          <NumberInput
            label={t('documents:fields.earlyDays')}
            min={0}
            allowDecimal={false}
            disabled={early === null}
            value={early?.days ?? ''}
            onChange={(days) =>
              early !== null && onChange({ earlyPayment: { ...early, days: Number(days) || 0 } })
            }
          />
          <Select
            label={t('documents:fields.language')}
            data={paperLanguages.map((value) => ({ value, label: languageName(value, format.locale) }))}
            value={defaults.language}
            allowDeselect={false}
            comboboxProps={{ keepMounted: false }}
            onChange={(language) => language !== null && isPaperLanguage(language) && onChange({ language })}
          />
          <Select
            label={t('documents:fields.design')}
            data={designs.map((value) => ({ value, label: t(`documents:designs.${value}`) }))}
            value={defaults.design}
            allowDeselect={false}
            comboboxProps={{ keepMounted: false }}
            onChange={(value) =>
              onChange({ design: designs.find((one) => one === value) ?? defaults.design })
            }
          />
          <Select
            label={t('documents:fields.paper')}
            data={papers.map((value) => ({ value, label: t(`documents:papers.${value}`) }))}
            value={defaults.paper}
            allowDeselect={false}
            comboboxProps={{ keepMounted: false }}
            onChange={(value) => onChange({ paper: papers.find((one) => one === value) ?? defaults.paper })}
          />
        </div>
        {(['opening', 'closing'] as const).map((part) => (
          <Textarea
            key={part}
            label={t(`documents:fields.${part}`)}
            autosize
            minRows={1}
            maxRows={8}
            value={defaults[part]}
            onChange={({ currentTarget }) => onChange({ [part]: currentTarget.value })}
          />
        ))}
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t('defaults.income')}
          </Text>
          <SegmentedControl
            aria-label={t('defaults.income')}
            data={(['accrual', 'cash'] as const).map((value) => ({ value, label: t(`defaults.${value}`) }))}
            value={business.income}
            onChange={(income) => onIncome(income === 'cash' ? 'cash' : 'accrual')}
          />
        </div>
      </div>
    </Card>
  )
}
