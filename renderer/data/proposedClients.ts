import type { ClientProposal } from '#shared/client/proposals.ts'
import type { BookClient } from './services.ts'

/** Who is likely one and the same, worked out step by step while nobody waits for anything else. */
export async function proposedClients(
  { unhurried }: Pick<BookClient, 'unhurried'>,
  isWanted: () => boolean,
): Promise<readonly ClientProposal[]> {
  for (;;) {
    const found = await unhurried(isWanted, (book) => book.clientProposals())
    if (found !== null) return found
  }
}
