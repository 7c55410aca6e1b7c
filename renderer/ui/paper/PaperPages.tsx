import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { swissPart } from '#shared/payment/swissPart.ts'
import type { Drawing as Shapes } from '#shared/payment/drawing.ts'
import { paperDemand } from '#shared/paper/paperDemand.ts'
import type { Sheet } from '#shared/paper/sheet.ts'
import { accentShade, accentShades } from '#ui/theme/accent.ts'
import { blocksOf, type Block } from './blocks.tsx'
import { columnsOf, type Column } from './columns.ts'
import { partsOf, type Heading, type Parts } from './parts.ts'
import { Drawing } from './Drawing.tsx'
import { Foot } from './Foot.tsx'
import { Letterhead, sheetTitle } from './Letterhead.tsx'
import { paginate, type Paged } from './paginate.ts'
import { wordsOf, type PaperWords } from './words.ts'
import classes from './paper.module.css'

export type PaperPagesProps = {
  readonly sheet: Sheet
  readonly heading?: Heading
  /** Told once the pages are as they will be printed, and how many there are. */
  readonly onPaged?: (pages: number) => void
}

/**
 * A document as it is printed, page under page: the same elements on screen and on paper. Everything is laid out once
 * unseen, to learn its height, and then spread over pages so that no row is torn.
 */
export function PaperPages({ sheet, heading = 'h1', onPaged }: PaperPagesProps) {
  const { language, design, paper } = sheet.document.content
  const words = useMemo(() => wordsOf(language, sheet.seller.country), [language, sheet.seller.country])
  const parts = useMemo(() => partsOf(sheet, words, heading), [sheet, words, heading])
  const blocks = useMemo(() => blocksOf(parts), [parts])
  const slip = useMemo(() => slipOf(parts), [parts])
  const measure = useRef<HTMLDivElement>(null)
  const [paged, setPaged] = useState<Paged | null>(null)
  const fonts = useFonts()
  useLayoutEffect(() => {
    if (measure.current === null || !fonts) return
    const next = paginate(...measured(measure.current, blocks, slip !== null))
    setPaged(next)
    onPaged?.(next.pages.length)
  }, [blocks, fonts, slip, onPaged])
  const shades = accentShades(sheet.seller.accent)
  const look = {
    lang: words.locale,
    'data-design': design,
    'data-paper': paper,
    style: {
      '--accent': shades[accentShade],
      '--accent-pale': shades[0],
      '--accent-line': shades[2],
    } as CSSProperties,
  }
  const columns = columnsOf(parts.document.content, parts.kind === 'document')
  const count = paged?.pages.length ?? 1
  return (
    <div className={classes.paper} {...look}>
      <div ref={measure} className={classes.measure} aria-hidden inert>
        <Page parts={parts} page={1} pages={1}>
          <Body blocks={blocks} columns={columns} words={words} parts={parts} />
        </Page>
        <Page parts={parts} page={2} pages={2} />
      </div>
      {paged?.pages.map((page, at) => {
        const isLast = at === count - 1
        const shown = page.flatMap((place) => blocks[place] ?? [])
        return (
          <Page key={at} parts={parts} page={at + 1} pages={count} slip={isLast ? slip : null}>
            <Body blocks={shown} columns={columns} words={words} parts={parts} />
          </Page>
        )
      })}
    </div>
  )
}

type PageProps = {
  readonly parts: Parts
  readonly page: number
  readonly pages: number
  readonly slip?: Shapes | null
  readonly children?: React.ReactNode
}

function Page({ parts, page, pages, slip = null, children }: PageProps) {
  const { document, words } = parts
  const state = document.voided !== null ? 'void' : document.issued === null ? 'draft' : null
  return (
    <section className={classes.page} data-page={page} data-slip={slip !== null}>
      {page === 1 ? (
        <Letterhead {...parts} />
      ) : (
        <header className={classes.continued}>
          <span>
            {words.t('continued', { kind: sheetTitle(parts), number: document.issued?.number ?? '' })}
          </span>
          <span>{document.content.buyer.name}</span>
        </header>
      )}
      {state !== null && <div className={classes.stamp}>{words.t(state)}</div>}
      <div className={classes.body}>{children}</div>
      <Foot {...parts} page={page} pages={pages} />
      {slip && <Drawing className={classes.slip} drawing={slip} label="QR-bill" />}
    </section>
  )
}

type BodyProps = {
  readonly blocks: readonly Block[]
  readonly columns: readonly Column[]
  readonly words: PaperWords
  readonly parts: Parts
}

/** Blocks, those that are rows in tables with their head. */
function Body({ blocks, columns, words, parts }: BodyProps) {
  const runs: Block[][] = []
  for (const block of blocks) {
    const run = runs.at(-1)
    if (run !== undefined && run[0]?.isRow === block.isRow) run.push(block)
    else runs.push([block])
  }
  return runs.map((run) =>
    run[0]?.isRow ? (
      <table key={run[0].key} className={classes.lines}>
        <colgroup>
          {columns.map((column) => (
            <col key={column} data-column={column} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={classes[column]}>
                {words.t(`column.${column}`)}
                {column === 'amount' && ` (${parts.document.content.currency})`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.map(({ key, node }) => (
            <Keyed key={key}>{node}</Keyed>
          ))}
        </tbody>
      </table>
    ) : (
      run.map(({ key, node }) => (
        <div key={key} data-block>
          {node}
        </div>
      ))
    ),
  )
}

const Keyed = ({ children }: { readonly children: React.ReactNode }) => children

/** The Swiss payment part, for an invoice that is to be paid by it. */
function slipOf(parts: Parts): Shapes | null {
  const { document, seller, totals, kind } = parts
  const method = seller.payments.find((one) => one.kind === 'swissQr')
  const payable = totals?.payable ?? 0
  if (kind !== 'document' || method === undefined || document.content.kind !== 'invoice') return null
  if (document.issued === null || document.voided !== null || payable <= 0) return null
  const slip = swissPart(method, paperDemand(parts, payable), document.content.language)
  return slip.ok ? slip.value : null
}

/** Heights of all blocks in pixels, and the room that head and foot leave them. */
function measured(
  measure: HTMLElement,
  blocks: readonly Block[],
  hasSlip: boolean,
): Parameters<typeof paginate> {
  const [first, later] = [...measure.querySelectorAll<HTMLElement>('section')]
  const height = (element: Element | null | undefined) => element?.getBoundingClientRect().height ?? 0
  // what head and foot leave, whatever is in it
  const room = (page: HTMLElement | undefined) => height(page?.querySelector(`.${classes.body}`))
  const elements = [...(first?.querySelectorAll('tbody > tr, [data-block]') ?? [])].filter(
    (element) => element.matches('[data-block]') || element.closest('table')?.matches(`.${classes.lines}`),
  )
  const mm = height(measure.querySelector('section')) / (paperHeight(measure) || 1)
  const foot = height(later?.querySelector('footer'))
  return [
    blocks.map(({ isRow, keepsWithNext }, at) => ({ height: height(elements[at]), isRow, keepsWithNext })),
    {
      first: room(first),
      later: room(later),
      tableHead: height(first?.querySelector(`.${classes.lines} thead`)),
      slip: hasSlip ? Math.max(0, 110 * mm - foot) : 0,
    },
  ]
}

const paperHeight = (measure: HTMLElement) =>
  measure.closest('[data-paper]')?.getAttribute('data-paper') === 'Letter' ? 279.4 : 297

/** True once the letters of the paper are there: before, every height would be wrong. */
function useFonts(): boolean {
  const [ready, setReady] = useState(false)
  useLayoutEffect(() => {
    let isWanted = true
    const faces = ['400 10px Inter', '600 10px Inter', '400 10px Arimo', '700 10px Arimo'].map((face) =>
      document.fonts.load(face),
    )
    void Promise.allSettled(faces).then(() => isWanted && setReady(true))
    return () => {
      isWanted = false
    }
  }, [])
  return ready
}
