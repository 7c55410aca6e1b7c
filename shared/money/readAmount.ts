/**
 * Reads an amount digit by digit into minor units: no float exists that could round a cent away. `NaN` where the text is
 * no amount; infinite where it is one that is too large to be counted exactly.
 */
export function readAmount(text: string, decimal: '.' | ',', exponent: number): number {
  const plain = readPlain(text, decimal === '.' ? 46 : 44, exponent)
  return plain === plain ? plain : readDressed(text, decimal, exponent)
}

/** The common shape: a minus or none, digits, a decimal sign, no more digits than the currency has. */
function readPlain(text: string, decimalUnit: number, exponent: number): number {
  const negative = text.charCodeAt(0) === 45
  let minor = 0
  let digits = 0
  let fraction = -1
  for (let at = negative ? 1 : 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 48 && unit <= 57) {
      minor = minor * 10 + (unit - 48)
      digits++
      if (fraction >= 0) fraction++
    } else if (unit === decimalUnit && fraction < 0 && digits > 0) fraction = 0
    else return Number.NaN
  }
  if (digits === 0 || digits > 15 || fraction > exponent) return Number.NaN
  for (let missing = exponent - Math.max(0, fraction); missing > 0; missing--) minor *= 10
  if (minor > Number.MAX_SAFE_INTEGER) return Number.POSITIVE_INFINITY
  return negative && minor !== 0 ? -minor : minor
}

// A sign of a currency (€, CA$, US$), its code, or one of the few that are letters alone; before or behind the number.
const affix = String.raw`(?:\p{Lu}{0,3}\p{Sc}|\p{Lu}{3}|kr\.?|zł|Kč|Ft|lei|Rp|RM|Rs\.?|Fr\.?)`
const dressed = new RegExp(
  String.raw`^(\()?([-−–+]?)\s*${affix}?\s*([-−–+]?)\s*(\d[\d.,'’\s]*?)\s*([-−]?)\s*${affix}?\s*(\))?$`,
  'u',
)

/** Everything else a platform or a spreadsheet makes of an amount: signs, grouping, currencies, brackets. */
function readDressed(text: string, decimal: '.' | ',', exponent: number): number {
  const [, open, before = '', inner = '', figure = '', behind = '', close] = dressed.exec(text.trim()) ?? []
  const signs = before + inner + behind
  if (figure === '' || signs.length > 1 || (open === undefined) !== (close === undefined)) return Number.NaN
  const negative = open !== undefined || (signs !== '' && signs !== '+')
  if (open !== undefined && signs !== '') return Number.NaN
  const [whole = '', fraction = '', more] = figure.split(decimal)
  const digits = ungrouped(whole, decimal === '.' ? ',' : '.')
  if (
    digits === null ||
    more !== undefined ||
    !/^\d*$/.test(fraction) ||
    /[^0]/.test(fraction.slice(exponent))
  )
    return Number.NaN
  const minor = Number(digits + fraction.slice(0, exponent).padEnd(exponent, '0'))
  if (!Number.isSafeInteger(minor)) return Number.POSITIVE_INFINITY
  return negative && minor !== 0 ? -minor : minor
}

/** The digits of a whole number whose groups are of three (of two above the thousands, as in India), by one sign alone. */
function ungrouped(whole: string, sign: ',' | '.'): string | null {
  if (/^\d+$/.test(whole)) return whole
  const group = /[^\d]/.exec(whole)?.[0] ?? ''
  if (group !== sign && !/['’\s]/.test(group)) return null
  const parts = whole.split(group)
  const sound = parts.every((part, at) =>
    (at === 0 ? /^\d{1,3}$/ : at === parts.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part),
  )
  return sound ? parts.join('') : null
}
