import { useTranslation } from 'react-i18next'
import type { IssueError } from '#data/documents/issue.ts'
import type { StorageFailure } from '#data/storageFailure.ts'
import type { Content } from '#shared/document/document.ts'
import { itemsOf } from '#shared/document/totalsOf.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'

export type ErrorTexts = {
  /** By line id. */
  readonly lines: ReadonlyMap<string, string>
  /** By the name of a field. */
  readonly fields: { readonly [field: string]: string | undefined }
  readonly all: readonly { readonly text: string; readonly line: string | null; readonly isSeller: boolean }[]
}

const fieldOf: { readonly [code: string]: string | undefined } = {
  'buyer-name': 'buyer',
  'valid-until-past': 'validUntil',
  'delivered-backwards': 'delivered',
}

/** What a draft lacks, in words and by the place where it is put right. `content` is what was checked. */
export function useErrorTexts() {
  const { t } = useTranslation('documents')
  const format = useFormat()
  return (errors: readonly (IssueError | StorageFailure)[], content: Content): ErrorTexts => {
    const items = itemsOf(content)
    const all = errors.map((error) => {
      const line = 'line' in error ? (items[error.line]?.id ?? null) : null
      const number = line === null ? 0 : content.lines.findIndex(({ id }) => id === line) + 1
      const text = t(`errors.${error.code}`, {
        number,
        name: 'tax' in error ? (content.taxes.find(({ id }) => id === error.tax)?.name ?? '') : '',
        amount: 'left' in error ? format.money(error.left, content.currency) : '',
      })
      return { text, line, code: error.code, isSeller: error.code.startsWith('seller-') }
    })
    return {
      lines: new Map(all.flatMap(({ line, text }) => (line === null ? [] : [[line, text] as const]))),
      fields: Object.fromEntries(
        all.flatMap(({ code, text }) => (fieldOf[code] ? [[fieldOf[code], text]] : [])),
      ),
      all,
    }
  }
}
