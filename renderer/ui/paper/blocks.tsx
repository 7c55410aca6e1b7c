import type { ReactNode } from 'react'
import type { Content, DocumentLine, ItemLine } from '#shared/document/document.ts'
import { columnsOf } from './columns.ts'
import type { Parts } from './parts.ts'
import { ItemRow, MoreRow, SubtotalRow, TextRow } from './rows.tsx'
import { PaymentBlock } from './PaymentBlock.tsx'
import { ReceivedBlock } from './ReceivedBlock.tsx'
import { TaxTexts } from './TaxTexts.tsx'
import { TotalsBlock } from './TotalsBlock.tsx'
import classes from './paper.module.css'

/** Something on paper that is never torn. */
export type Block = {
  readonly key: string
  readonly isRow: boolean
  readonly keepsWithNext: boolean
  readonly node: ReactNode
}

/** Everything between head and foot, in the order of reading. */
export function blocksOf(parts: Parts): readonly Block[] {
  const { content } = parts.document
  const isPriced = parts.kind === 'document'
  const rows = rowsOf(content, parts)
  const blocks = [
    ...paragraphs('opening', content.opening),
    ...rows.map((row, at) => ({ ...row, keepsWithNext: at === rows.length - 1 })),
  ]
  if (!isPriced) return [...blocks, block('received', <ReceivedBlock words={parts.words} />)]
  return [
    ...blocks,
    block('totals', <TotalsBlock {...parts} />),
    block('taxes', <TaxTexts {...parts} />),
    block('payment', <PaymentBlock {...parts} />),
    ...paragraphs('closing', content.closing),
  ]
}

const block = (key: string, node: ReactNode, isRow = false): Block => ({
  key,
  isRow,
  keepsWithNext: false,
  node,
})

/** Paragraphs and, of very long ones, pieces: a block has to fit on a page. */
const paragraphs = (name: string, text: string): readonly Block[] =>
  piecesOf(text).map((piece, at) =>
    block(
      `${name} ${at}`,
      <p className={classes.paragraph} data-first={at === 0}>
        {piece}
      </p>,
    ),
  )

const longest = 1200

/** A text at its line breaks and, where a line is longer than a block may be, at spaces. */
export function piecesOf(text: string): readonly string[] {
  const trimmed = text.trim()
  if (trimmed === '') return []
  return trimmed.split(/\n{2,}/).flatMap((paragraph) => {
    const pieces: string[] = []
    let rest = paragraph
    while (rest.length > longest) {
      const space = rest.lastIndexOf(' ', longest)
      const end = space > longest / 2 ? space : longest
      pieces.push(rest.slice(0, end))
      rest = rest.slice(end).trimStart()
    }
    return [...pieces, rest]
  })
}

function rowsOf(content: Content, { kind, words, totals }: Parts): readonly Block[] {
  const rows: Block[] = []
  let item = 0
  let sum = 0
  const isPriced = kind === 'document'
  const add = (key: string, node: ReactNode) => rows.push(block(key, node, true))
  const addItem = (line: ItemLine) => {
    const amount = totals?.lines[item]?.amount ?? null
    const adjustments = totals?.lines[item]?.adjustments ?? []
    item += 1
    sum += amount ?? 0
    const [first = '', ...more] = piecesOf(line.details)
    const shown = { line, position: item, amount, adjustments, details: first, content, words, isPriced }
    add(line.id, <ItemRow {...shown} />)
    for (const [at, text] of more.entries())
      add(`${line.id} ${at}`, <MoreRow text={text} columns={columnsOf(content, isPriced)} />)
  }
  for (const line of content.lines as readonly DocumentLine[]) {
    const columns = columnsOf(content, isPriced)
    if (line.kind === 'item') addItem(line)
    else if (line.kind === 'text')
      for (const [at, text] of piecesOf(line.title).entries())
        add(`${line.id} ${at}`, <TextRow text={text} columns={columns} />)
    else {
      const amount = words.amount(sum, content.currency)
      if (isPriced)
        add(
          line.id,
          <SubtotalRow title={line.title || words.t('subtotal')} amount={amount} columns={columns} />,
        )
      sum = 0
    }
  }
  return rows
}
