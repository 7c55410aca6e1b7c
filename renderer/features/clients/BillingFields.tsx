import { useMemo, useState } from 'react'
import { Button, Checkbox, Fieldset, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isPaperLanguage } from '#shared/document/blankContent.ts'
import { paperLanguages } from '#shared/document/document.ts'
import { taxChoices } from '#shared/document/taxChoices.ts'
import { isMistypedTaxId } from '#shared/document/taxIds.ts'
import type { Billing, Contact } from '#shared/client/client.ts'
import { languageName } from '#ui/document/languageName.ts'
import { TermsFields } from '#ui/document/TermsFields.tsx'
import { useTaxNames } from '#ui/document/useTaxNames.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { currencyChoices } from '#ui/places.ts'
import classes from './clients.module.css'

type Props = {
  readonly billing: Billing
  /** Of the client's first address, ISO 3166-1 alpha-2, or ''. */
  readonly country: string
  /** Of the brand: whose taxes there are. */
  readonly sellerCountry: string
  readonly onChange: (billing: Billing) => void
}

const nobody: Contact = { name: '', mail: '', phone: '' }

/** What quotes and invoices for a client need; shown once somebody wants it. */
export function BillingFields({ billing, country, sellerCountry, onChange }: Props) {
  const { t } = useTranslation(['clients', 'documents'])
  const { locale } = useFormat()
  const names = useTaxNames()
  const [isOpen, setOpen] = useState(false)
  const [currencies] = useState(() => currencyChoices(locale))
  const treatments = useMemo(
    () =>
      taxChoices(sellerCountry, { language: 'en', taxes: [] }).flatMap((choice) =>
        choice.treatment === null ? [] : [{ value: choice.treatment, label: names.choice(choice) }],
      ),
    [sellerCountry, names],
  )
  const set = (part: Partial<Billing>) => onChange({ ...billing, ...part })
  const [contact = nobody, ...others] = billing.contacts
  const setContact = (part: Partial<Contact>) => {
    const next = { ...contact, ...part }
    set({ contacts: Object.values(next).every((text) => text === '') ? others : [next, ...others] })
  }
  const setEndpoint = (part: Partial<NonNullable<Billing['endpoint']>>) => {
    const next = { scheme: '', id: '', ...billing.endpoint, ...part }
    set({ endpoint: next.scheme === '' && next.id === '' ? null : next })
  }
  const isMistyped = isMistypedTaxId(country, billing.taxId)
  if (!isOpen)
    return (
      <div>
        <Button variant="subtle" size="compact-sm" aria-expanded={false} onClick={() => setOpen(true)}>
          {t('billing.open')}
        </Button>
      </div>
    )
  return (
    <Fieldset variant="unstyled" legend={t('billing.title')} className={classes.fieldset ?? ''}>
      <div className={classes.billing}>
        <TextInput
          label={t('documents:party.name')}
          placeholder={t('billing.sameName')}
          value={billing.legalName}
          onChange={({ currentTarget }) => set({ legalName: currentTarget.value })}
        />
        <TextInput
          label={t('documents:party.taxId')}
          value={billing.taxId}
          spellCheck={false}
          description={isMistyped ? t('documents:party.taxIdDoubtful') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={({ currentTarget }) => set({ taxId: currentTarget.value })}
        />
        <TextInput
          label={t('billing.registration')}
          value={billing.registration}
          onChange={({ currentTarget }) => set({ registration: currentTarget.value })}
        />
        <TextInput
          label={t('documents:fields.buyerReference')}
          value={billing.buyerReference}
          onChange={({ currentTarget }) => set({ buyerReference: currentTarget.value })}
        />
        <Select
          label={t('documents:fields.language')}
          placeholder={t('billing.usual')}
          data={paperLanguages.map((value) => ({ value, label: languageName(value, locale) }))}
          value={billing.language === '' ? null : billing.language}
          clearable
          comboboxProps={{ keepMounted: false }}
          onChange={(language) =>
            set({ language: language !== null && isPaperLanguage(language) ? language : '' })
          }
        />
        <Select
          label={t('documents:fields.currency')}
          placeholder={t('billing.usual')}
          data={currencies}
          value={billing.currency === '' ? null : billing.currency}
          searchable
          clearable
          comboboxProps={{ keepMounted: false }}
          onChange={(currency) => set({ currency: currency ?? '' })}
        />
        <Select
          className={classes.wide ?? ''}
          label={t('documents:fields.treatment')}
          placeholder={t('billing.usual')}
          data={treatments}
          value={billing.treatment === '' ? null : billing.treatment}
          searchable
          clearable
          comboboxProps={{ keepMounted: false }}
          onChange={(treatment) => set({ treatment: treatment ?? '' })}
        />
        <Checkbox
          className={classes.wide ?? ''}
          label={t('billing.ownTerms')}
          checked={billing.terms !== null}
          onChange={({ currentTarget }) =>
            set({ terms: currentTarget.checked ? { kind: 'net', days: 30 } : null })
          }
        />
        {billing.terms !== null && (
          <TermsFields
            label={t('documents:fields.terms')}
            terms={billing.terms}
            onChange={(terms) => set({ terms })}
          />
        )}
        {(['name', 'mail', 'phone'] as const).map((part) => (
          <TextInput
            key={part}
            label={t(`billing.contact.${part}`)}
            value={contact[part]}
            onChange={({ currentTarget }) => setContact({ [part]: currentTarget.value })}
          />
        ))}
        <span />
        <TextInput
          label={t('billing.endpoint')}
          value={billing.endpoint?.id ?? ''}
          onChange={({ currentTarget }) => setEndpoint({ id: currentTarget.value })}
        />
        <TextInput
          label={t('documents:party.scheme')}
          description={t('documents:party.schemeText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={billing.endpoint?.scheme ?? ''}
          onChange={({ currentTarget }) => setEndpoint({ scheme: currentTarget.value })}
        />
      </div>
    </Fieldset>
  )
}
