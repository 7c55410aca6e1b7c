import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { ProductName } from './ask.ts'
import type { MixPart } from './mix.ts'
import type { MixKey } from './search.ts'

/** What the parts of the mix and the fees are called; what has no name in the catalogue keeps its own. */
export function useNames() {
  const { t: home } = useTranslation('home')
  const { t: sales } = useTranslation('sales')
  return useMemo(() => namesIn(home, sales), [home, sales])
}

function namesIn(home: TFunction<'home'>, sales: TFunction<'sales'>) {
  const channel = (id: string): string => sales(`channels.${id}` as 'channels.etsy', { defaultValue: id })
  const product = (name: ProductName | undefined): string => {
    if (name === undefined || name.title === '') return home('mix.unnamed')
    return name.channel === null
      ? name.title
      : home('mix.ofShop', { product: name.title, shop: channel(name.channel) })
  }
  return {
    fee: (type: string): string =>
      sales(`types.${type === '' ? 'none' : type}` as 'types.none', { defaultValue: type }),
    part: (
      { sort, key, keys }: MixPart,
      by: MixKey,
      titles: ReadonlyMap<string, ProductName>,
      number: (value: number) => string,
    ): string => {
      if (sort === 'rest') return home('mix.rest', { count: keys, number: number(keys) })
      if (sort === 'untied') return home(`mix.untied.${by}`)
      if (by === 'listing') return product(titles.get(key))
      return by === 'channel'
        ? channel(key)
        : sales(`streams.${key}` as 'streams.none', { defaultValue: key })
    },
  }
}
