type Written = { readonly plain: () => string; readonly html: () => string }

/**
 * Puts text, and the same as a table, on the clipboard. What is still being gathered is promised to it at once: the
 * engine lets a page write only right after a key or a click. False: the system would not take it.
 */
export async function putOnClipboard(written: Promise<Written>): Promise<boolean> {
  const as = async (type: string, text: (all: Written) => string) => new Blob([text(await written)], { type })
  const item = new ClipboardItem({
    'text/plain': as('text/plain', (all) => all.plain()),
    'text/html': as('text/html', (all) => all.html()),
  })
  return taken(navigator.clipboard.write([item]), written)
}

export const putTextOnClipboard = (text: string): Promise<boolean> =>
  taken(navigator.clipboard.writeText(text), Promise.resolve())

async function taken(writing: Promise<void>, gathered: Promise<unknown>): Promise<boolean> {
  try {
    await writing
    return true
  } catch {
    await gathered // what failed to be gathered is a bug, and shows as one
    return false
  }
}
