import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { unit, type Stream } from '#shared/book/entry.ts'
import type { ProductKind } from '#shared/product/product.ts'

export type Names = ReturnType<typeof useNames>

/** Channels, shops, streams and kinds as a person calls them. */
export function useNames() {
  const { t } = useTranslation(['products', 'sales'])
  return useMemo(() => {
    const channel = (id: string): string =>
      t(`sales:channels.${id}` as 'sales:channels.etsy', { defaultValue: id })
    return {
      channel,
      /** By the key of the account; many shops have no name, the channel says enough then. */
      shop: (account: string): string => {
        const [id = '', name = ''] = account.split(unit)
        return name === '' ? channel(id) : t('sales:account', { channel: channel(id), account: name })
      },
      stream: (stream: Stream): string => t(`sales:streams.${stream === '' ? 'none' : stream}`),
      kind: (kind: ProductKind): string => t(`kinds.${kind}`),
    }
  }, [t])
}
