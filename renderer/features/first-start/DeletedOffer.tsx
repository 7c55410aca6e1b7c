import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Brand } from '#shared/brand/brand.ts'
import { BrandMark } from '#ui/BrandMark.tsx'
import classes from './FirstStart.module.css'

type Props = {
  readonly brands: readonly Brand[]
  readonly busy: boolean
  readonly onRestore: (id: string) => void
}

/** Who deleted the last brand finds it again here. */
export function DeletedOffer({ brands, busy, onRestore }: Props) {
  const { t } = useTranslation('firstStart')
  return (
    <section className={classes.deleted} aria-label={t('deleted.title')}>
      <Text fw={600}>{t('deleted.title')}</Text>
      <ul>
        {brands.map(({ id, name, accent, logo }) => (
          <li key={id}>
            <BrandMark name={name} accent={accent} logo={logo} size={24} />
            <Text size="sm" truncate title={name} flex={1}>
              {name}
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              flex="none"
              disabled={busy}
              aria-label={t('deleted.restoreOne', { brand: name })}
              onClick={() => onRestore(id)}
            >
              {t('deleted.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
