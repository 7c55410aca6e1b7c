import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeletedBrand } from '#data/deletedBrands.ts'
import { keptFor } from '#data/keptFor.ts'
import { BrandMark } from '#ui/BrandMark.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './brands.module.css'

const day = 86_400_000

type Props = {
  readonly deleted: readonly DeletedBrand[]
  /** Milliseconds since 1970. */
  readonly now: number
  readonly onRestore: (id: string) => void
}

/** What a person deleted lately, and how long it can still be brought back. */
export function DeletedBrands({ deleted, now, onRestore }: Props) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const left = ({ deletedAt, isReplaced }: DeletedBrand) => {
    const passed = Math.max(0, Math.floor((now - Date.parse(deletedAt)) / day))
    const days = Math.max(0, keptFor / day - passed)
    return t(isReplaced ? 'brands.replacedLeft' : 'brands.deletedLeft', {
      moment: format.moment(deletedAt),
      count: days,
      number: format.number(days),
    })
  }
  return (
    <section className={classes.deleted} aria-label={t('brands.deleted')}>
      <h3>{t('brands.deleted')}</h3>
      <Text size="xs" c="dimmed">
        {t('brands.deletedText')}
      </Text>
      <ul className={classes.list}>
        {deleted.map((one) => {
          const { id, name, accent, logo } = one.brand
          return (
            <li key={id} className={classes.row}>
              <BrandMark name={name} accent={accent} logo={logo} size={28} />
              <span className={classes.name} title={name}>
                {name}
              </span>
              <Text size="xs" c="dimmed" flex="none">
                {left(one)}
              </Text>
              <Button
                variant="default"
                size="compact-sm"
                flex="none"
                aria-label={t('brands.restoreOne', { brand: name })}
                onClick={() => onRestore(id)}
              >
                {t('brands.restore')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
