import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { unit, type Stream } from '#shared/book/entry.ts'

/** Channels, shops and streams as a person calls them. */
export function useNames() {
  const { t } = useTranslation('sales')
  return useMemo(() => {
    const channel = (id: string): string => t(`channels.${id}` as 'channels.etsy', { defaultValue: id })
    return {
      channel,
      /** The account by name or by its key; many shops have no name, the channel says enough then. */
      shop: (id: string, account: string): string => {
        const name = account.split(unit).at(-1) ?? ''
        return name === '' ? channel(id) : t('account', { channel: channel(id), account: name })
      },
      stream: (stream: Stream): string => t(`streams.${stream === '' ? 'none' : stream}`),
    }
  }, [t])
}
