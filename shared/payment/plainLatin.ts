/** Letters without their accents (`São Paulo` is `Sao Paulo`). */
export const plainLatin = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')
