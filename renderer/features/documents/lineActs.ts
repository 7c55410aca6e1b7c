import { uuidv7 } from '#data/uuid.ts'
import type { Draft } from '#shared/document/derive.ts'
import type { Content, DocumentLine, DocumentTax, ItemLine } from '#shared/document/document.ts'
import { lineAfter, movedLine } from '#shared/document/editLines.ts'
import type { ProductRow } from '#shared/book/partyQuestions.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import type { Edit } from './keepDraft.ts'

/** What can be done with the lines of a draft; the same object for as long as the draft is open. */
export type LineActs = {
  readonly set: (id: string, part: Partial<ItemLine>) => void
  readonly setTitle: (id: string, title: string) => void
  readonly setTaxes: (id: string, taxes: readonly DocumentTax[]) => void
  /** Fills the line with what is known of a product. */
  readonly fill: (id: string, product: ProductRow) => void
  /** Returns the id of the new line; `after` null: at the end. */
  readonly add: (after: string | null, kind?: DocumentLine['kind']) => string
  readonly duplicate: (id: string) => void
  /** `by` places down, or up where it is below 0. */
  readonly move: (id: string, by: number) => void
  readonly moveTo: (id: string, to: number) => void
  /** Returns what was there, to be put back. */
  readonly remove: (id: string) => Removed | null
  readonly restore: (removed: Removed) => void
}
export type Removed = {
  readonly line: DocumentLine
  readonly at: number
  readonly link: Draft['links']['lines'][string] | undefined
}

type Change = (edit: Edit, when?: 'at once') => void
type Lines = readonly DocumentLine[]

export function lineActs(
  { read, change }: { readonly read: () => { readonly document: Draft }; readonly change: Change },
  usualTaxes: (content: Content) => readonly string[],
): LineActs {
  const edit = (lines: (lines: Lines, content: Content) => Lines, when?: 'at once') =>
    change(
      ({ content, links }) => ({ content: { ...content, lines: lines(content.lines, content) }, links }),
      when,
    )
  const place = (lines: Lines, id: string | null) =>
    id === null ? lines.length - 1 : lines.findIndex((line) => line.id === id)
  const setLine = (id: string, next: (line: DocumentLine) => DocumentLine) =>
    edit((lines) => lines.map((line) => (line.id === id ? next(line) : line)))
  const unlinked = (links: Draft['links'], id: string): Draft['links'] => {
    const { [id]: _gone, ...lines } = links.lines
    return { ...links, lines }
  }
  return {
    set: (id, part) => setLine(id, (line) => (line.kind === 'item' ? { ...line, ...part } : line)),
    setTitle: (id, title) => setLine(id, (line) => ({ ...line, title })),
    setTaxes: (id, taxes) =>
      change(({ content, links }) => {
        const known = new Set(content.taxes.map((tax) => tax.id))
        const ids = taxes.map((tax) => tax.id)
        return {
          content: {
            ...content,
            taxes: [...content.taxes, ...taxes.filter((tax) => !known.has(tax.id))],
            lines: content.lines.map((line) =>
              line.id === id && line.kind === 'item' ? { ...line, taxes: ids } : line,
            ),
          },
          links,
        }
      }, 'at once'),
    fill: (id, product) =>
      change(({ content, links }) => {
        const { price, name, sku, key, isRecord, stream } = product
        const known = price?.currency === content.currency ? decimalText(price.amount, price.currency) : null
        return {
          content: {
            ...content,
            lines: content.lines.map((line) =>
              line.id === id && line.kind === 'item'
                ? {
                    ...line,
                    title: name || sku,
                    sku,
                    unitPrice: known === null ? line.unitPrice : plain(known),
                  }
                : line,
            ),
          },
          links: isRecord
            ? { ...links, lines: { ...links.lines, [id]: { product: key, stream } } }
            : unlinked(links, id),
        }
      }, 'at once'),
    add: (after, kind = 'item') => {
      const id = uuidv7()
      edit((lines, content) => {
        const at = place(lines, after)
        if (kind !== 'item') return lines.toSpliced(at + 1, 0, { kind, id, title: '' })
        return lineAfter(lines, at, id, usualTaxes(content))
      })
      return id
    },
    duplicate: (id) =>
      edit((lines) => {
        const at = place(lines, id)
        const line = lines[at]
        return line === undefined ? lines : lines.toSpliced(at + 1, 0, { ...line, id: uuidv7() })
      }, 'at once'),
    move: (id, by) =>
      edit((lines) => {
        const at = place(lines, id)
        return movedLine(lines, at, at + by)
      }, 'at once'),
    moveTo: (id, to) => edit((lines) => movedLine(lines, place(lines, id), to), 'at once'),
    remove: (id) => {
      const { content, links } = read().document
      const at = place(content.lines, id)
      const line = content.lines[at]
      if (line === undefined) return null
      change(
        (draft) => ({
          content: { ...draft.content, lines: draft.content.lines.filter((one) => one.id !== id) },
          links: unlinked(draft.links, id),
        }),
        'at once',
      )
      return { line, at, link: links.lines[id] }
    },
    restore: ({ line, at, link }) =>
      change(
        ({ content, links }) => ({
          content: { ...content, lines: content.lines.toSpliced(at, 0, line) },
          links: link === undefined ? links : { ...links, lines: { ...links.lines, [line.id]: link } },
        }),
        'at once',
      ),
  }
}

/** `12.00` → `12`, as a person would type it. */
const plain = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)
