import { useTranslation } from 'react-i18next'
import { unit } from '#shared/book/entry.ts'
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
    channels: (ids: readonly string[]): string => ids.map(channel).join(', '),
    circle: (circle: Circle): string => t(`circles.${circle}`),
    handle,
    name: ({ name, key, isRecord }: Pick<ClientRow, 'name' | 'key' | 'isRecord'>): string =>
      name || (isRecord ? '' : handle(key)) || t('nameless'),
  }
}
