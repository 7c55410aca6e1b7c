import { Button, Group } from '@mantine/core'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { SalesSearch } from './search.ts'
import { useNames } from './useNames.ts'
import type { SalesServices } from './salesServices.ts'

type Found = { readonly key: string; readonly name: string; readonly without: Partial<SalesSearch> }
type FoundFiltersProps = {
  readonly services: SalesServices
  readonly search: SalesSearch
  readonly onChange: (filter: Partial<SalesSearch>) => void
}

/** Filters that came with a link (a bar of a chart, an import, a buyer) or from a search: each can be taken away. */
export function FoundFilters({ services, search, onChange }: FoundFiltersProps) {
  const { t } = useTranslation('sales')
  const found = useFound(services, search)
  if (found.length === 0) return null
  return (
    <Group gap={8} role="group" aria-label={t('filter.active')}>
      {found.map(({ key, name, without }) => (
        <Button
          key={key}
          variant="light"
          size="compact-sm"
          maw={360}
          rightSection={<IconX size={13} aria-hidden />}
          aria-label={t('filter.remove', { filter: name })}
          onClick={() => onChange(without)}
        >
          <bdi>{name}</bdi>
        </Button>
      ))}
    </Group>
  )
}

function useFound(
  { book, db }: SalesServices,
  { channels, listings, buyers, importId }: SalesSearch,
): readonly Found[] {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const names = useNames()
  const [named, setNamed] = useState<readonly Found[]>([])
  useEffect(() => {
    let isCurrent = true
    const without = (all: readonly number[], id: number) =>
      all.length === 1 ? undefined : all.filter((other) => other !== id)
    const everything = { standing: ['counted', 'uncounted', 'waiting'] as const }
    const find = async (): Promise<readonly Found[]> => {
      const products = listings === undefined ? [] : await book.listings({ ...everything, listings }, {})
      const people = buyers === undefined ? [] : await book.buyers({ ...everything, buyers }, {})
      const record = importId === undefined ? undefined : await db.imports.get(importId)
      return [
        ...products
          .filter(({ id }) => listings?.includes(id))
          .map(({ id, title, sku, key }) => ({
            key: `listing ${id}`,
            name: title || sku || key,
            without: { listings: without(listings ?? [], id) },
          })),
        ...people
          .filter(({ id }) => buyers?.includes(id))
          .map(({ id, name, key }) => ({
            key: `buyer ${id}`,
            name: t('filter.buyer', { name: name || key }),
            without: { buyers: without(buyers ?? [], id) },
          })),
        ...(record === undefined
          ? []
          : [
              {
                key: 'import',
                name: t('filter.import', { day: format.moment(record.committedAt) }),
                without: { importId: undefined },
              },
            ]),
      ]
    }
    void find().then((all) => {
      if (isCurrent) setNamed(all)
    })
    return () => {
      isCurrent = false
    }
  }, [book, db, listings, buyers, importId, t, format])
  const byChannel = (channels ?? []).map((channel) => ({
    key: `channel ${channel}`,
    name: names.channel(channel),
    without: {
      channels: channels?.length === 1 ? undefined : channels?.filter((other) => other !== channel),
    },
  }))
  return [...byChannel, ...named]
}
