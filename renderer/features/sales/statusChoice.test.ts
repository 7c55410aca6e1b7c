import { expect, test } from 'vitest'
import { chosenStatuses, statusChoices, statusSearch } from './statusChoice.ts'

test.each([
  [[], { standing: undefined, statuses: undefined }],
  [['counted'], { standing: ['counted'], statuses: undefined }],
  [['uncounted', 'hidden'], { standing: ['uncounted', 'hidden'], statuses: undefined }],
  [['pending'], { standing: ['uncounted'], statuses: ['pending'] }],
  [['voided', 'counted'], { standing: ['counted', 'uncounted'], statuses: ['counted', 'voided'] }],
  [['cancelled', 'waiting'], { standing: ['uncounted', 'waiting'], statuses: ['waiting', 'cancelled'] }],
  [['pending', 'uncounted'], { standing: ['uncounted'], statuses: undefined }],
] as const)('%j is asked as %j', (chosen, search) => {
  expect(statusSearch(chosen)).toEqual(search)
})

test('what was chosen is shown as chosen, but where all that is not counted holds a single one', () => {
  for (let mask = 0; mask < 1 << statusChoices.length; mask++) {
    const chosen = statusChoices.filter((_, at) => ((mask >> at) & 1) === 1)
    const shown = chosenStatuses(statusSearch(chosen))
    const singly = ['pending', 'authorised', 'voided', 'cancelled']
    expect(shown).toEqual(
      chosen.includes('uncounted') ? chosen.filter((one) => !singly.includes(one)) : chosen,
    )
  }
})
