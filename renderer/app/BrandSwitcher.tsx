import { useEffect, useEffectEvent, useState } from 'react'
import { Combobox, UnstyledButton, useCombobox } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import IconSelector from '@tabler/icons-react/dist/esm/icons/IconSelector.mjs'
import { BrandMark } from '#ui/BrandMark.tsx'
import { useApp } from './AppContext.tsx'
import { BrandOptions, newBrand, settings } from './BrandOptions.tsx'
import classes from './BrandSwitcher.module.css'
import type { BrandMenu } from './useBrandMenu.ts'

/** So many are found at a glance. */
const many = 7

/** Says which brand is open, and opens the list of all. */
export function BrandSwitcher({ menu }: { readonly menu: BrandMenu }) {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const { brand, brands, info } = useApp()
  const [text, setText] = useState('')
  const combobox = useCombobox({
    opened: menu.isOpen,
    onOpenedChange: menu.setOpen,
    onDropdownClose: () => {
      setText('')
      combobox.focusTarget()
    },
  })
  const isLong = menu.list.length > many
  const onShown = () => {
    if (!isLong) combobox.focusTarget()
    combobox.selectActiveOption()
  }
  const onText = useEffectEvent(() => void combobox.selectFirstOption())
  useEffect(() => {
    if (text !== '') onText()
  }, [text])
  const choose = (value: string) => {
    combobox.closeDropdown()
    if (value === newBrand) brands.add()
    else if (value === settings) void navigate({ to: '/settings', hash: 'brand' })
    else void brands.open(value)
  }
  return (
    <Combobox
      store={combobox}
      width={290}
      position="bottom-start"
      shadow="md"
      offset={4}
      keepMounted={false}
      withinPortal={false}
      floatingStrategy="fixed"
      hideDetached={false}
      transitionProps={{ duration: 100 }}
      classNames={{ option: classes.option ?? '' }}
      onOptionSubmit={choose}
    >
      <Combobox.Target targetType="button" withExpandedAttribute>
        <UnstyledButton
          className={classes.target}
          aria-label={t('brands.label', { brand: brand.name })}
          title={brand.name}
          onClick={() => combobox.toggleDropdown()}
        >
          <BrandMark name={brand.name} logo={brand.logo} />
          <span className={classes.name}>{brand.name}</span>
          <IconSelector className={classes.arrows ?? ''} size={15} stroke={1.7} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown p={4}>
        {isLong && (
          <Combobox.Search
            autoFocus
            aria-label={t('brands.search')}
            placeholder={t('brands.search')}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
        <BrandOptions
          list={menu.list}
          open={brand.id}
          text={text}
          mac={info.platform === 'darwin'}
          onShown={onShown}
        />
      </Combobox.Dropdown>
    </Combobox>
  )
}
