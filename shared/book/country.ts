/** An ISO 3166-1 alpha-2 code as a number, so that a column of numbers holds it; 0 for what is none. */
export const countryNumber = (code: string): number =>
  /^[a-z]{2}$/i.test(code) ? Number.parseInt(code, 36) : 0

/** The code again; '' for 0. */
export const countryOfNumber = (number: number): string =>
  number === 0 ? '' : number.toString(36).toUpperCase().padStart(2, '0')
