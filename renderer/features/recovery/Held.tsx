import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Loss } from '#shared/ipc/contract.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './recovery.module.css'

/** What the brand held when it was last saved, and the files that are safe. */
export function Held({ loss: { brand } }: { readonly loss: Loss }) {
  const { t } = useTranslation('recovery')
  const format = useFormat()
  const [shown, setShown] = useState(false)
  const said = (count: number) => ({ count, number: format.number(count) })
  return (
    <>
      <ul className={classes.held} aria-label={t('had.label')}>
        <li>{t('had.imports', said(brand.imports))}</li>
        <li className={classes.safe}>
          {brand.kept.length === 0 ? t('had.noneKept') : t('had.kept', said(brand.kept.length))}
        </li>
      </ul>
      {brand.kept.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'files.hide' : 'files.show')}
        </Button>
      )}
      {shown && (
        <ul className={classes.kept}>
          {brand.kept.map(({ sha256, name, account }) => (
            <li key={`${sha256} ${account}`}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
