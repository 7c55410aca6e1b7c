import { useTranslation } from 'react-i18next'
import { unit, type Stream } from '#shared/book/entry.ts'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import type { Circle } from '#shared/client/client.ts'

/** Clients and channels as a person calls them. */
export function useClientNames() {
  const { t } = useTranslation(['clients', 'sales'])
  const channel = (id: string): string =>
    t(`sales:channels.${id}` as 'sales:channels.etsy', { defaultValue: id })
  /** What the channel calls somebody: `ana_q`, `a@b.c`. */
  const handle = (key: string): string => {
    const own = key.slice(key.indexOf(unit) + 1)
    const [, text = own] = /^(?:user|mail|name|guest):([^|]*)/.exec(own) ?? []
    return text
  }
  return {
    channel,
    shop: (id: string, account: string): string => {
      const own = account.split(unit).at(-1) ?? ''
      return own === '' ? channel(id) : t('sales:account', { channel: channel(id), account: own })
    },
    stream: (stream: Stream): string => t(`sales:streams.${stream === '' ? 'none' : stream}`),
    channels: (ids: readonly string[]): string => ids.map(channel).join(', '),
    circle: (circle: Circle): string => t(`circles.${circle}`),
    handle,
    name: ({ name, key, isRecord }: Pick<ClientRow, 'name' | 'key' | 'isRecord'>): string =>
      name || (isRecord ? '' : handle(key)) || t('nameless'),
  }
}
