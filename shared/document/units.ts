/**
 * Units people count in, by their code in UN/ECE Recommendation 20 (`X…`: packages of Recommendation 21), as BT-130 wants
 * it. Paper says `paper:units.<code>` with the quantity as `count`; a list to choose from says `paper:unitNames.<code>`.
 */
export const unitGroups = {
  pieces: ['C62', 'SET', 'PR', 'DZN', 'MIL', 'XPK', 'XBX'],
  services: ['LS', 'E51', 'IE', 'ZP', 'D68', 'P1'],
  time: ['MIN', 'HUR', 'DAY', 'E49', 'WEE', 'MON', 'ANN'],
  weight: ['GRM', 'KGM', 'TNE', 'ONZ', 'LBR'],
  length: ['CMT', 'MTR', 'KMT', 'SMI'],
  area: ['MTK', 'FTK'],
  volume: ['MLT', 'LTR', 'MTQ'],
} as const

export type UnitCode = (typeof unitGroups)[keyof typeof unitGroups][number]

const codes: ReadonlySet<string> = new Set(Object.values(unitGroups).flat())

/** Whether there is a word for it; any other code stands on paper as it is. */
export const isUnitCode = (code: string): code is UnitCode => codes.has(code)
