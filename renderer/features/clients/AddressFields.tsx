import { useMemo } from 'react'
import { Fieldset, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Address } from '#shared/client/client.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { countryChoices } from '#ui/places.ts'
import classes from './clients.module.css'

type Props = {
  readonly label: string
  readonly address: Address
  readonly onChange: (address: Address) => void
}

const parts = ['street', 'postcode', 'city', 'region'] as const

export function AddressFields({ label, address, onChange }: Props) {
  const { t } = useTranslation('clients')
  const { locale } = useFormat()
  const choices = useMemo(() => countryChoices(locale), [locale])
  return (
    <Fieldset variant="unstyled" legend={label} className={classes.fieldset ?? ''}>
      <div className={classes.address}>
        {parts.map((part) => (
          <TextInput
            key={part}
            aria-label={`${label}: ${t(`form.${part}`)}`}
            placeholder={t(`form.${part}`)}
            value={address[part]}
            onChange={({ currentTarget }) => onChange({ ...address, [part]: currentTarget.value })}
          />
        ))}
        <Select
          aria-label={`${label}: ${t('form.country')}`}
          placeholder={t('form.country')}
          data={choices}
          value={address.country === '' ? null : address.country}
          searchable
          clearable
          comboboxProps={{ keepMounted: false }}
          onChange={(country) => onChange({ ...address, country: country ?? '' })}
        />
      </div>
    </Fieldset>
  )
}
