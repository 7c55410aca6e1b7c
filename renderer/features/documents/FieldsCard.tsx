import { useId, useState, type ReactNode } from 'react'
import { Button, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { inLanguage, isPaperLanguage } from '#shared/document/blankContent.ts'
import { designs, paperLanguages, papers, type Content } from '#shared/document/document.ts'
import { Card } from '#ui/Card.tsx'
import { DayInput } from '#ui/DayInput.tsx'
import { DecimalInput } from '#ui/DecimalInput.tsx'
import { TermsFields } from '#ui/document/TermsFields.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { currencyChoices } from '#ui/places.ts'
import { languageName } from '#ui/document/languageName.ts'
import classes from './documents.module.css'

type Props = {
  readonly content: Content
  readonly today: string
  readonly set: (part: Partial<Content>) => void
  readonly errors: { readonly [field: string]: string | undefined }
  /** How it is taxed. */
  readonly tax: ReactNode
}

/** When it is dated, when it is to be paid, what it is about; and the rest, where it is wanted. */
export function FieldsCard({ content, today, set, errors, tax }: Props) {
  const { t } = useTranslation('documents')
  const [isOpen, setOpen] = useState(false)
  const more = useId()
  const { kind } = content
  return (
    <Card title={t('fields.title')}>
      <div className={classes.fields}>
        <DayInput
          label={t('fields.day')}
          placeholder={t('fields.dayOfIssue')}
          value={content.day}
          today={today}
          onChange={(day) => set({ day })}
        />
        {kind === 'quote' && (
          <DayInput
            label={t('fields.validUntil')}
            placeholder={t('fields.noEnd')}
            lean="future"
            value={content.validUntil}
            today={today}
            error={errors['validUntil']}
            onChange={(validUntil) => set({ validUntil })}
          />
        )}
        {kind === 'invoice' && (
          <TermsFields label={t('fields.terms')} terms={content.terms} onChange={(terms) => set({ terms })} />
        )}
        <TextInput
          className={classes.wide ?? ''}
          label={t('fields.subject')}
          placeholder={t('fields.subjectHint')}
          value={content.subject}
          onChange={({ currentTarget }) => set({ subject: currentTarget.value })}
        />
        {tax}
      </div>
      <Button
        mt="sm"
        variant="subtle"
        size="compact-sm"
        aria-expanded={isOpen}
        aria-controls={more}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'fields.less' : 'fields.more')}
      </Button>
      <div id={more} className={classes.fields} hidden={!isOpen}>
        {isOpen && <MoreFields content={content} today={today} set={set} errors={errors} />}
      </div>
    </Card>
  )
}

function MoreFields({ content, today, set, errors }: Omit<Props, 'tax'>) {
  const { t } = useTranslation('documents')
  const { locale } = useFormat()
  const [currencies] = useState(() => currencyChoices(locale))
  const { delivered, earlyPayment } = content
  const deliver = (part: Partial<NonNullable<Content['delivered']>>) => {
    const from = part.from ?? delivered?.from ?? part.to ?? ''
    const to = part.to ?? delivered?.to ?? from
    set({ delivered: from === '' ? null : { from, to: to === '' ? from : to } })
  }
  return (
    <>
      <Select
        label={t('fields.language')}
        data={paperLanguages.map((value) => ({ value, label: languageName(value, locale) }))}
        value={content.language}
        allowDeselect={false}
        comboboxProps={{ keepMounted: false }}
        onChange={(language) =>
          language !== null && isPaperLanguage(language) && set(inLanguage(content, language))
        }
      />
      <Select
        label={t('fields.currency')}
        data={currencies}
        value={content.currency}
        allowDeselect={false}
        searchable
        comboboxProps={{ keepMounted: false }}
        onChange={(currency) => set({ currency: currency ?? content.currency })}
      />
      <DayInput
        label={t('fields.delivered')}
        value={delivered?.from ?? null}
        today={today}
        error={errors['delivered']}
        onChange={(from) => (from === null ? set({ delivered: null }) : deliver({ from }))}
      />
      <DayInput
        label={t('fields.deliveredTo')}
        value={delivered?.to ?? null}
        today={today}
        onChange={(to) => (to === null ? set({ delivered: null }) : deliver({ to }))}
      />
      <TextInput
        label={t('fields.buyerReference')}
        value={content.buyerReference}
        onChange={({ currentTarget }) => set({ buyerReference: currentTarget.value })}
      />
      <TextInput
        label={t('fields.orderNumber')}
        value={content.orderNumber}
        onChange={({ currentTarget }) => set({ orderNumber: currentTarget.value })}
      />
      {content.kind === 'invoice' && (
        <>
          <DecimalInput
            label={t('fields.earlyPercent')}
            sign="%"
            value={earlyPayment?.percent ?? ''}
            onChange={(percent) =>
              set({ earlyPayment: percent === '' ? null : { days: 10, ...earlyPayment, percent } })
            }
          />
          <NumberInput
            label={t('fields.earlyDays')}
            min={0}
            allowDecimal={false}
            disabled={earlyPayment === null}
            value={earlyPayment?.days ?? ''}
            onChange={(days) =>
              earlyPayment !== null && set({ earlyPayment: { ...earlyPayment, days: Number(days) || 0 } })
            }
          />
        </>
      )}
      <Select
        label={t('fields.rounding')}
        data={(['1', '5', '100'] as const).map((value) => ({ value, label: t(`fields.roundings.${value}`) }))}
        value={String(content.roundPayableTo)}
        allowDeselect={false}
        comboboxProps={{ keepMounted: false }}
        onChange={(to) => set({ roundPayableTo: Number(to ?? 1) })}
      />
      <Select
        label={t('fields.design')}
        data={designs.map((value) => ({ value, label: t(`designs.${value}`) }))}
        value={content.design}
        allowDeselect={false}
        comboboxProps={{ keepMounted: false }}
        onChange={(value) => set({ design: designs.find((one) => one === value) ?? content.design })}
      />
      <Select
        label={t('fields.paper')}
        data={papers.map((value) => ({ value, label: t(`papers.${value}`) }))}
        value={content.paper}
        allowDeselect={false}
        comboboxProps={{ keepMounted: false }}
        onChange={(value) => set({ paper: papers.find((one) => one === value) ?? content.paper })}
      />
      <Switch
        className={classes.switch ?? ''}
        label={t('fields.pricesIncludeTax')}
        checked={content.pricesIncludeTax}
        onChange={({ currentTarget }) => set({ pricesIncludeTax: currentTarget.checked })}
      />
    </>
  )
}
