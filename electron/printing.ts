import type { WebContents } from 'electron'
import type { Output, Paper } from '#shared/ipc/contract.ts'

type Page = Pick<WebContents, 'print' | 'printToPDF'>

/** Paper from the page that is open. The page's own style says what of it is printed, and its margins. */
export function createPrinting(page: Page) {
  return {
    pdf: (paper: Paper): Promise<Uint8Array> =>
      page.printToPDF({
        pageSize: paper,
        printBackground: true,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        generateTaggedPDF: true,
      }),
    print: (paper: Paper): Promise<Output<'printPage'>> =>
      new Promise((settle) => {
        page.print(
          { silent: false, printBackground: true, pageSize: paper, margins: { marginType: 'none' } },
          (printed, reason) =>
            settle(
              printed
                ? { ok: true }
                : { ok: false, error: { code: /cancel/i.test(reason) ? 'cancelled' : 'failed' } },
            ),
        )
      }),
  }
}

export type Printing = ReturnType<typeof createPrinting>
