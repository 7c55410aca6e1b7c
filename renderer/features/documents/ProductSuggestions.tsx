import { useEffect, useEffectEvent, useState } from 'react'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { ProductRow, ProductsQuestion } from '#shared/book/partyQuestions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { DocumentServices } from './documentServices.ts'
import classes from './lines.module.css'
import { suggestionsOf } from './TitleCell.tsx'

type Props = {
  readonly book: DocumentServices['book']
  readonly line: string
  readonly text: string
  readonly onChoose: (product: ProductRow) => void
  readonly onClose: () => void
}

const most = 8

/** Products whose names have the typed words, under the field they are typed in; the field keeps the focus. */
export function ProductSuggestions({ book, line, text, onChoose, onClose }: Props) {
  const { t } = useTranslation('documents')
  const format = useFormat()
  const [asked] = useDebouncedValue(text.trim(), 60)
  const [marked, setMarked] = useState(-1)
  const question: ProductsQuestion = {
    filter: {},
    text: asked,
    sort: { by: 'name', descending: false },
    from: 0,
    count: most,
  }
  const { answer } = useAnswer(book.subscribe, () => book.products(question, {}), JSON.stringify(question))
  const rows = answer?.rows ?? []
  const optionId = (at: number) => `${suggestionsOf(line)}-${at}`
  const mark = (at: number) => {
    setMarked(at)
    const field = document.querySelector(`input[data-line="${line}"][data-cell="title"]`)
    if (at < 0) field?.removeAttribute('aria-activedescendant')
    else field?.setAttribute('aria-activedescendant', optionId(at))
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const field = event.target
    if (
      !(field instanceof HTMLElement) ||
      field.dataset['line'] !== line ||
      field.dataset['cell'] !== 'title'
    )
      return
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const chosen = rows[marked]
    const take = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key === 'Escape') {
      take()
      onClose()
    } else if (rows.length > 0 && event.key === 'ArrowDown') {
      take()
      mark((marked + 1) % rows.length)
    } else if (rows.length > 0 && event.key === 'ArrowUp' && marked >= 0) {
      take()
      mark(marked - 1)
    } else if (event.key === 'Enter' && chosen !== undefined) {
      take()
      onChoose(chosen)
    }
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', hear, true) // before the table, which goes on to the next line
    return () => document.removeEventListener('keydown', hear, true)
  }, [])
  useEffect(
    () => () => {
      document
        .querySelector(`input[data-line="${line}"][data-cell="title"]`)
        ?.removeAttribute('aria-activedescendant')
    },
    [line],
  )
  if (rows.length === 0) return null
  return (
    <div className={classes.found} id={suggestionsOf(line)} role="listbox" aria-label={t('lines.found')}>
      {rows.map((row, at) => (
        // the field has the focus, and hears the keys
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={row.key}
          id={optionId(at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === marked}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(row)}
        >
          <bdi>{row.name || row.sku}</bdi>
          <span>
            {[row.sku, row.price === null ? '' : format.money(row.price.amount, row.price.currency)]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </div>
      ))}
    </div>
  )
}
