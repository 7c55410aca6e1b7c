import { standings, type SalesSearch } from './search.ts'

/** Why a sale is in no total, one by one. */
const single = ['pending', 'authorised', 'voided', 'cancelled'] as const
type Single = (typeof single)[number]

/** What can be chosen of the status of sales, in the order in which it is offered. */
export const statusChoices = ['counted', 'uncounted', ...single, 'waiting', 'hidden'] as const
export type StatusChoice = (typeof statusChoices)[number]

const isSingle = (choice: StatusChoice): choice is Single => single.some((one) => one === choice)

/** What of an address is chosen. */
export function chosenStatuses({ standing, statuses }: SalesSearch): readonly StatusChoice[] {
  const singly = statuses ?? []
  return statusChoices.filter((choice) => {
    if (isSingle(choice)) return singly.includes(choice)
    return standing?.includes(choice) === true && (choice !== 'uncounted' || statuses === undefined)
  })
}

/**
 * The address of a choice. A single status belongs to what is not counted, and then the status of everything else that is
 * chosen has to be named too; where all of it is chosen anyway, none is.
 */
export function statusSearch(chosen: readonly string[]): Pick<SalesSearch, 'standing' | 'statuses'> {
  const choices = statusChoices.filter((choice) => chosen.includes(choice))
  const singly = choices.filter(isSingle)
  const standing = standings.filter(
    (one) => choices.includes(one) || (one === 'uncounted' && singly.length > 0),
  )
  if (standing.length === 0) return { standing: undefined, statuses: undefined }
  if (singly.length === 0 || choices.includes('uncounted')) return { standing, statuses: undefined }
  const beside = [
    ...(choices.includes('counted') || choices.includes('hidden') ? (['counted'] as const) : []),
    ...(choices.includes('waiting') ? (['waiting'] as const) : []),
  ]
  return { standing, statuses: [...beside, ...singly] }
}
