import { useMemo } from 'react'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Party } from '#shared/document/party.ts'
import { isMistypedTaxId } from '#shared/document/taxIds.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { countryChoices } from '#ui/places.ts'
import classes from './document.module.css'

type Told = Omit<Party, 'endpoint' | 'kind'>
type Props = {
  readonly party: Told
  readonly onChange: (change: Partial<Told>) => void
  /** What the form has against the name. */
  readonly nameError?: string | undefined
  readonly addressError?: string | undefined
  readonly autoFocus?: boolean
}

/** Who a document is from or for, with the address and all a tax office asks of it. */
export function PartyFields({ party, onChange, nameError, addressError, autoFocus }: Props) {
  const { t } = useTranslation('documents')
  const { locale } = useFormat()
  const countries = useMemo(() => countryChoices(locale), [locale])
  const text = (part: Exclude<keyof Told, 'country'>, className: string | undefined) => ({
    className: className ?? '',
    label: t(`party.${part}`),
    value: party[part],
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [part]: currentTarget.value }),
  })
  return (
    <div className={classes.fields}>
      <TextInput
        {...text('name', classes.half)}
        error={nameError}
        {...(autoFocus === true ? { 'data-autofocus': true } : {})}
      />
      <TextInput
        {...text('taxId', classes.half)}
        spellCheck={false}
        description={isMistypedTaxId(party.country, party.taxId) ? t('party.taxIdDoubtful') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <Textarea {...text('street', classes.whole)} autosize minRows={1} maxRows={4} error={addressError} />
      <TextInput {...text('postcode', classes.third)} />
      <TextInput {...text('city', classes.twoThirds)} />
      <TextInput {...text('region', classes.half)} />
      <Select
        className={classes.half ?? ''}
        label={t('party.country')}
        data={countries}
        value={party.country === '' ? null : party.country}
        searchable
        clearable
        comboboxProps={{ keepMounted: false }}
        onChange={(country) => onChange({ country: country ?? '' })}
      />
      <TextInput {...text('contact', classes.third)} />
      <TextInput {...text('mail', classes.third)} type="email" />
      <TextInput {...text('phone', classes.third)} />
    </div>
  )
}
