import { useEffect, useEffectEvent } from 'react'
import { Combobox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs'
import type { Brand } from '#shared/brand/brand.ts'
import { brandKeysAt, capsOf } from '#shared/shortcuts/shortcuts.ts'
import { BrandMark } from '#ui/BrandMark.tsx'
import classes from './BrandSwitcher.module.css'

/** Values of the options that are no brand; a brand's is its id. */
export const newBrand = 'new'
export const settings = 'settings'

type Props = {
  readonly list: readonly Brand[]
  /** Id of the open brand. */
  readonly open: string
  /** Part of a name that is looked for. */
  readonly text: string
  readonly mac: boolean
  /** The list is there: a key of the menu opens it, as a click does. */
  readonly onShown: () => void
}

/** The brands with this text in their names, and what else can be done. */
export function BrandOptions({ list, open, text, mac, onShown }: Props) {
  const { t } = useTranslation('app')
  const shown = useEffectEvent(onShown)
  useEffect(() => shown(), [])
  const found = list.map((brand, place) => ({ brand, place })).filter(({ brand }) => has(brand.name, text))
  return (
    <Combobox.Options aria-label={t('brands.list')}>
      <div className={classes.list} role="presentation">
        {found.map(({ brand: { id, name, accent, logo }, place }) => (
          <Combobox.Option key={id} value={id} active={id === open} aria-selected={id === open} title={name}>
            <BrandMark name={name} accent={accent} logo={logo} size={24} />
            <span className={classes.name}>{name}</span>
            <Keys keys={brandKeysAt(place, mac)} mac={mac} />
            <IconCheck
              className={classes.check}
              size={15}
              stroke={2}
              data-shown={id === open || undefined}
              aria-hidden
            />
          </Combobox.Option>
        ))}
        {found.length === 0 && <Combobox.Empty>{t('brands.none')}</Combobox.Empty>}
      </div>
      <div className={classes.more} role="presentation">
        <Combobox.Option value={newBrand} aria-selected={false}>
          <IconPlus size={16} stroke={1.7} aria-hidden />
          {t('brands.new')}
        </Combobox.Option>
        <Combobox.Option value={settings} aria-selected={false}>
          <IconSettings size={16} stroke={1.7} aria-hidden />
          {t('brands.settings')}
        </Combobox.Option>
      </div>
    </Combobox.Options>
  )
}

function Keys({ keys, mac }: { readonly keys: string | undefined; readonly mac: boolean }) {
  if (keys === undefined) return null
  return (
    <span className={classes.keys} aria-hidden>
      {capsOf(keys, mac).join(mac ? '' : '+')}
    </span>
  )
}

/** Accents and capitals do not matter to who looks for a name. */
const has = (name: string, text: string) => plain(name).includes(plain(text))
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim()
