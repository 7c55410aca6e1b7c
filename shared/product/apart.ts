import type { Apart, Assignment } from '#shared/assignments/assignment.ts'
import { keyText } from '#shared/book/groups.ts'
import { hashText } from '#shared/hash/hashText.ts'

const proposalPrefix = 'proposal:'

/** A proposal that was turned down, as it is remembered: turning it down twice is the same as once. */
export function apartAssignment({ listings, from }: Apart): Assignment {
  const apart = { listings: listings.toSorted(), from: from.toSorted() }
  return { id: proposalPrefix + keyText(...hashText(JSON.stringify(apart))), apart }
}
