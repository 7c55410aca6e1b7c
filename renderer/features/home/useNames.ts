import { useTranslation } from 'react-i18next'
import type { MixPart } from './mix.ts'
import type { MixKey } from './search.ts'

/** What the parts of the mix and the fees are called; what has no name in the catalogue keeps its own. */
export function useNames() {
  const { t: home } = useTranslation('home')
  const { t: sales } = useTranslation('sales')
  return {
    fee: (type: string): string =>
      sales(`types.${type === '' ? 'none' : type}` as 'types.none', { defaultValue: type }),
    part: (
      { sort, key, keys }: MixPart,
      by: MixKey,
      titles: ReadonlyMap<string, string>,
      number: (value: number) => string,
    ): string => {
      if (sort === 'rest') return home('mix.rest', { count: keys, number: number(keys) })
      if (sort === 'untied') return home(`mix.untied.${by}`)
      if (by === 'listing') return titles.get(key) || home('mix.unnamed')
      const name =
        by === 'stream' ? (`streams.${key}` as 'streams.none') : (`channels.${key}` as 'channels.etsy')
      return sales(name, { defaultValue: key })
    },
  }
}
