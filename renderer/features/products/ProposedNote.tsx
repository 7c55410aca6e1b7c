import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Note } from '#ui/Note.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import classes from './products.module.css'
import type { ProductsServices } from './productsServices.ts'

type Props = { readonly book: ProductsServices['book']; readonly onSee: () => void }

/** How much of what imports found could be products, and the way there; nothing where there is nothing. */
export function ProposedNote({ book, onSee }: Props) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const { answer: total } = useAnswer(
    book.subscribe,
    async () => (await book.proposals({ sort: { by: 'gross', descending: true }, from: 0, count: 0 })).total,
    '',
  )
  if (total === null || total === 0) return null
  return (
    <Note tone="plain">
      <div className={classes.proposed}>
        {t('proposals.note', { count: total, number: format.number(total) })}
        <Button variant="light" size="compact-sm" onClick={onSee}>
          {t('proposals.see')}
        </Button>
      </div>
    </Note>
  )
}
