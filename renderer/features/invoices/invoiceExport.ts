import type { DocumentRow } from '#shared/book/documentQuestions.ts'
import type { FileColumn } from '#ui/export/lines.ts'
import { kindText, type InvoicesText } from './invoiceColumns.tsx'

/** All there is to say of a document in one line of a file. */
export function invoiceFileColumns(t: InvoicesText): readonly FileColumn<DocumentRow>[] {
  const column = (
    id: 'number' | 'kind' | 'buyer' | 'subject' | 'standing' | 'currency',
    value: FileColumn<DocumentRow>['value'],
  ): FileColumn<DocumentRow> => ({ id, header: t(`columns.${id}`), value })
  const day = (id: 'day' | 'due' | 'sent'): FileColumn<DocumentRow> => ({
    id,
    header: t(`columns.${id}`),
    value: (row) => (row[id] === '' ? null : { day: row[id] }),
  })
  const money = (id: 'payable' | 'open'): FileColumn<DocumentRow> => ({
    id,
    header: t(`columns.${id}`),
    value: (row) => ({ minor: row[id], currency: row.currency }),
  })
  return [
    column('number', ({ number }) => number),
    column('kind', (row) => kindText(t, row)),
    column('buyer', ({ buyer }) => buyer),
    column('subject', ({ subject }) => subject),
    day('day'),
    day('due'),
    column('standing', ({ standing }) => t(`documents:standings.${standing}`)),
    day('sent'),
    column('currency', ({ currency }) => currency),
    money('payable'),
    money('open'),
  ]
}
