import { compile } from 'html-to-text'

/** Longer descriptions than this no platform takes; a file can hold anything. */
const longest = 60_000

/** Only words and their lines: addresses behind links and pictures are left out. */
const read = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
  ],
})

/** The text of a piece of HTML. It is read as letters: nothing in it runs, is fetched or becomes part of a page. */
export const plainText = (html: string): string => read(html.slice(0, longest)).trim()
