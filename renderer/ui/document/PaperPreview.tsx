import { useDeferredValue, useMemo, useState } from 'react'
import { useResizeObserver } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { Document, Seller } from '#shared/document/document.ts'
import type { Sheet } from '#shared/paper/sheet.ts'
import { PaperPages } from '#ui/paper/PaperPages.tsx'
import classes from './document.module.css'

type Props = { readonly document: Document; readonly seller: Seller; readonly today: string }

/** Widths of paper in CSS pixels. */
const widths = { A4: 794, Letter: 816 } as const

/** The pages as they will be printed, as large as there is room; what is typed never waits for them. */
export function PaperPreview({ document, seller, today }: Props) {
  const { t } = useTranslation('documents')
  const [frame, { width }] = useResizeObserver<HTMLElement>()
  const shown = useDeferredValue(document)
  const sheet = useMemo(
    (): Sheet => ({ kind: 'document', document: shown, seller, today }),
    [shown, seller, today],
  )
  const [height, setHeight] = useState(0)
  const [pages, paged] = useResizeObserver<HTMLDivElement>()
  if (paged.height !== 0 && paged.height !== height) setHeight(paged.height)
  const scale = width === 0 ? 0 : Math.min(1, width / widths[shown.content.paper])
  return (
    <section
      ref={frame}
      className={classes.preview}
      aria-label={t('preview')}
      style={{ height: height * scale, maxWidth: widths[shown.content.paper] + 2 }}
    >
      <div ref={pages} className={classes.scaled} style={{ transform: `scale(${scale})` }}>
        <PaperPages sheet={sheet} heading="h2" />
      </div>
    </section>
  )
}
