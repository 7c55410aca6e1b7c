import { useMemo } from 'react'
import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BrandProfile } from '#shared/brand/brand.ts'
import { currencyOf } from '#shared/brand/countries.ts'
import { AccentPicker } from './AccentPicker.tsx'
import { LogoField } from './logo/LogoField.tsx'
import { countryChoices, currencyChoices, timeZoneChoices } from './places.ts'

type Props = {
  readonly profile: BrandProfile
  readonly locale: string
  readonly wrong: keyof BrandProfile | null
  readonly onChange: (profile: BrandProfile) => void
  /** A new brand takes the currency of the country that is chosen; an existing one keeps its own. */
  readonly currencyFollows: boolean
}

/** What a person says about a brand. */
export function BrandFields({ profile, locale, wrong, onChange, currencyFollows }: Props) {
  const { t } = useTranslation('ui')
  const choices = useMemo(
    () => ({
      countries: countryChoices(locale),
      currencies: currencyChoices(locale),
      zones: timeZoneChoices(profile.timeZone),
    }),
    [locale, profile.timeZone],
  )
  const set = (change: Partial<BrandProfile>) => onChange({ ...profile, ...change })
  const setCountry = (country: string) =>
    set({ country, ...(currencyFollows ? { currency: currencyOf(country) } : {}) })
  const errorOf = (field: keyof BrandProfile) => (wrong === field ? t(`brand.errors.${field}`) : undefined)
  return (
    <Stack gap="md">
      <TextInput
        label={t('brand.name')}
        value={profile.name}
        error={errorOf('name')}
        maxLength={200}
        withAsterisk
        required
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <SimpleGrid cols={2} spacing="md">
        <Choice
          label={t('brand.country')}
          data={choices.countries}
          value={profile.country}
          error={errorOf('country')}
          onChange={setCountry}
        />
        <Choice
          label={t('brand.currency')}
          data={choices.currencies}
          value={profile.currency}
          error={errorOf('currency')}
          onChange={(currency) => set({ currency })}
        />
      </SimpleGrid>
      <Choice
        label={t('brand.timeZone')}
        description={t('brand.timeZoneText')}
        data={choices.zones}
        value={profile.timeZone}
        error={errorOf('timeZone')}
        onChange={(timeZone) => set({ timeZone })}
      />
      <LogoField
        name={profile.name}
        accent={profile.accent}
        value={profile.logo}
        onChange={(logo) => set({ logo })}
      />
      <AccentPicker
        label={t('brand.accent')}
        otherLabel={t('brand.otherAccent')}
        nameOf={(colour) => t('brand.accentOf', { colour })}
        value={profile.accent}
        error={errorOf('accent')}
        onChange={(accent) => set({ accent })}
      />
      <Textarea
        label={t('brand.niche')}
        description={t('brand.nicheText')}
        rows={2}
        maxLength={500}
        value={profile.niche}
        error={errorOf('niche')}
        onChange={({ currentTarget }) => set({ niche: currentTarget.value })}
      />
    </Stack>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly description?: string
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}
function Choice({ data, onChange, ...rest }: ChoiceProps) {
  return (
    <Select
      {...rest}
      data={data}
      searchable
      allowDeselect={false}
      limit={300}
      maxDropdownHeight={260}
      checkIconPosition="right"
      comboboxProps={{ keepMounted: false, transitionProps: { duration: 100 } }}
      onChange={(value) => value !== null && onChange(value)}
    />
  )
}
