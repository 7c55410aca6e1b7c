import '@fontsource/inter/400.css'
import '@fontsource/inter/600.css'
// the letters of Swiss payment slips, of which a computer may have none
import '@fontsource/arimo/latin-ext-400.css'
import '@fontsource/arimo/latin-ext-700.css'
import '@fontsource/arimo/latin-400.css'
import '@fontsource/arimo/latin-700.css'
import './paper.css'
import { createRoot } from 'react-dom/client'
import type { Output } from '#shared/ipc/contract.ts'
import type { Sheet } from '#shared/paper/sheet.ts'
import { PaperPages } from '#ui/paper/PaperPages.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
const paper = createRoot(root)

/** Draws one job and resolves with its number of pages, once they are painted. */
function draw({ id, job }: Output<'nextPaper'>): Promise<number> {
  document.title = job.title
  document.documentElement.lang = job.language
  const sheets = job.sheets as unknown as readonly Sheet[] // what the window sent, whose shape it knows
  return new Promise((resolve) => {
    const pages = new Map<number, number>()
    const paged = (at: number) => (count: number) => {
      pages.set(at, count)
      if (pages.size < sheets.length) return
      const total = [...pages.values()].reduce((sum, one) => sum + one, 0)
      requestAnimationFrame(() => resolve(total))
    }
    paper.render(sheets.map((sheet, at) => <Drawn key={`${id} ${at}`} sheet={sheet} paged={paged(at)} />))
  })
}

function Drawn({ sheet, paged }: { readonly sheet: Sheet; readonly paged: (pages: number) => void }) {
  return <PaperPages sheet={sheet} onPaged={paged} />
}

let drawn: { readonly id: string; readonly pages: number } | null = null
for (;;) {
  const next: Output<'nextPaper'> = await window.api.nextPaper({ drawn })
  drawn = { id: next.id, pages: await draw(next) }
}
