import { useTranslation } from 'react-i18next'
import type { Hit, HitKey } from '#shared/book/questions.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { FilterChip } from './FilterChips.tsx'

type Book = {
  readonly recalled: (asked: readonly HitKey[]) => Promise<readonly (Hit | null)[]>
  readonly subscribe: (listener: (version: number) => void) => () => void
}

/** Products or clients a list is filtered by, as they are called now. */
export function useHitChips(
  book: Book,
  sort: 'product' | 'client',
  chosen: readonly string[] | undefined,
  onChange: (chosen: readonly string[] | undefined) => void,
): readonly FilterChip[] {
  const { t } = useTranslation('lists')
  const keys = chosen ?? []
  const { answer, fresh } = useAnswer(
    book.subscribe,
    () => (keys.length === 0 ? Promise.resolve([]) : book.recalled(keys.map((id) => ({ sort, id })))),
    JSON.stringify([sort, keys]),
  )
  if (answer === null || !fresh) return []
  return keys.map((key, at) => {
    const hit = answer[at]
    const name = hit ? hit.name.text || t('hits.unnamed') : t(`hits.${sort}Gone`)
    const left = keys.filter((other) => other !== key)
    return {
      key: `${sort} ${key}`,
      label: t(`hits.${sort}Chip`, { name }),
      onRemove: () => onChange(left.length === 0 ? undefined : left),
    }
  })
}
