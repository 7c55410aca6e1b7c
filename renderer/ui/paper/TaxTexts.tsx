import type { Parts } from './parts.ts'
import classes from './paper.module.css'

/** Why a tax is not charged, in the words the law asks for. */
export function TaxTexts({ document, words }: Parts) {
  const { taxes, lines, pricesIncludeTax } = document.content
  const used = new Set(lines.flatMap((line) => (line.kind === 'item' ? line.taxes : [])))
  const texts = [
    ...new Set(taxes.flatMap(({ id, exemption }) => (used.has(id) && exemption ? [exemption.text] : []))),
  ].filter((text) => text.trim() !== '')
  const rate = document.issued?.rate
  return (
    <div className={classes.notes}>
      {pricesIncludeTax && <p>{words.t('pricesIncludeTax')}</p>}
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {rate && (
        <p>
          {words.t('rate', {
            from: document.content.currency,
            rate: words.number(rate.rate),
            to: rate.to,
            day: words.day(rate.day),
          })}
        </p>
      )}
    </div>
  )
}
