/** Why a file is no backup that can be trusted. The sentence of each stands in the catalogue. */
export const refusals = [
  'unreadable',
  'not-a-zip',
  'cut-off',
  'not-a-backup',
  'newer-format',
  'newer-schema',
  'unsafe-name',
  'unknown-entry',
  'duplicate-entry',
  'missing-entry',
  'link',
  'encrypted',
  'too-large',
  'wrong-size',
  'wrong-hash',
  'wrong-count',
  'bad-row',
  'unsafe-key',
  'unfit-rows',
] as const
export type Refusal = (typeof refusals)[number]
