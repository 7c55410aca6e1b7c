import { useTranslation } from 'react-i18next'
import type { AssignmentRule } from '#shared/assignments/assignment.ts'
import { unit } from '#shared/book/entry.ts'
import type { Stream } from '#shared/book/entry.ts'

/** What a rule asks and gives, in words. `products` are names by id. */
export function useRuleNames(products: ReadonlyMap<string, string>) {
  const { t } = useTranslation(['rules', 'sales'])
  const channel = (id: string): string =>
    t(`sales:channels.${id}` as 'sales:channels.etsy', { defaultValue: id })
  const account = (key: string): string => {
    const [id = '', name = ''] = key.split(unit)
    return name === '' ? channel(id) : t('sales:account', { channel: channel(id), account: name })
  }
  const stream = (id: Stream): string => t(`sales:streams.${id === '' ? 'none' : id}`)
  const product = (id: string): string => products.get(id) ?? t('goneProduct')
  return {
    channel,
    account,
    stream,
    product,
    when: ({ when }: AssignmentRule): readonly string[] => [
      ...(when.channels ? [t('when.channel', { names: when.channels.map(channel).join(', ') })] : []),
      ...(when.accounts ? [t('when.account', { names: when.accounts.map(account).join(', ') })] : []),
      ...(when.sku ? [t('when.sku', { sku: when.sku })] : []),
      ...(when.title ? [t('when.title', { title: when.title })] : []),
    ],
    gives: ({ gives }: AssignmentRule): readonly string[] => [
      ...(gives.product ? [t('gives.product', { product: product(gives.product) })] : []),
      ...(gives.stream ? [t('gives.stream', { stream: stream(gives.stream) })] : []),
      ...(gives.tags ? [t('gives.tags', { tags: gives.tags.join(', ') })] : []),
    ],
  }
}
