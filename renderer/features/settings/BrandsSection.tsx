import { useState } from 'react'
import { Button } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { moveBrand } from '#data/brandOrder.ts'
import { listDeletedBrands } from '#data/deletedBrands.ts'
import { listBrands, type Registry } from '#data/registry.ts'
import { Card } from '#ui/Card.tsx'
import { BrandRow } from './BrandRow.tsx'
import classes from './brands.module.css'
import { DeletedBrands } from './DeletedBrands.tsx'

/** What can be done about the person's brands. */
export type BrandActs = {
  readonly open: (id: string) => Promise<void>
  readonly add: () => void
  readonly remove: (id: string) => Promise<void>
  readonly restore: (id: string) => Promise<void>
}

type Props = {
  readonly registry: Registry
  /** Id of the open brand. */
  readonly open: string
  readonly brands: BrandActs
}

/** All brands in their order, and those that were deleted lately. */
export function BrandsSection({ registry, open, brands }: Props) {
  const { t } = useTranslation('settings')
  const [now] = useState(Date.now)
  const list = useLiveQuery(() => listBrands(registry), [registry]) ?? []
  const deleted = useLiveQuery(() => listDeletedBrands(registry), [registry]) ?? []
  return (
    <div id="brands">
      <Card title={t('brands.title')} sub={t('brands.text')}>
        <ul className={classes.list} aria-label={t('brands.list')}>
          {list.map((brand, place) => (
            <BrandRow
              key={brand.id}
              brand={brand}
              isOpen={brand.id === open}
              isFirst={place === 0}
              isLast={place === list.length - 1}
              onMove={(by) => void moveBrand(registry, brand.id, place + by)}
              onOpen={() => void brands.open(brand.id)}
              onDelete={() => void brands.remove(brand.id)}
            />
          ))}
        </ul>
        <Button variant="default" mt="md" onClick={brands.add}>
          {t('brands.new')}
        </Button>
        {deleted.length > 0 && (
          <DeletedBrands deleted={deleted} now={now} onRestore={(id) => void brands.restore(id)} />
        )}
      </Card>
    </div>
  )
}
