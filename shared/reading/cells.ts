/** A header cell for comparing: outer blanks, case and a byte order mark do not matter. */
export const foldHead = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/**
 * A cell's text without outer blanks and without the apostrophe that guards digits and formulas in spreadsheets
 * (`'02108`); one before a letter is the text's own (`'t Hooft`).
 */
export function cleanText(cell: string): string {
  const text = cell.trim()
  return text.charCodeAt(0) === 39 && /^'[\d+\-=@(]/.test(text) ? text.slice(1) : text
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

/** `Hand&#39;s` → `Hand's`, once: what is then still an entity was typed so. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return point < 0x20 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)
        ? whole
        : String.fromCodePoint(point)
    },
  )
}

/** What a spreadsheet made of a long number: its digits are lost. */
export const isDamagedId = (text: string): boolean =>
  (text.includes('E') || text.includes('e')) && /^\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)

/** Cells that say "nothing". */
export const isBlank = (text: string): boolean => text === '' || text === '--' || text === '—'
