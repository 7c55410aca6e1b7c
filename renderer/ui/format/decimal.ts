import type { NumberWriting } from '#shared/money/typedNumber.ts'

/** Plain decimal text (`1200.5`) as a field shows it: with the decimal sign people use, at least so many places, no groups. */
export function decimalAsWritten(text: string, { decimal }: NumberWriting, places = 0): string {
  const [, whole = '', behind = ''] = /^([+-]?\d+)(?:\.(\d*))?$/.exec(text) ?? []
  if (whole === '') return text
  const fraction = behind.padEnd(places, '0')
  return fraction === '' ? whole : `${whole}${decimal}${fraction}`
}
