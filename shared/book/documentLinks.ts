/** What leads from documents to what belongs to them. */
export type DocumentLinks = {
  /** Invoices count on the day they are written, or as they are paid. */
  income: 'accrual' | 'cash'
  /** Ids of payments, by document; of credit notes, by invoice; of what follows, by quote. */
  readonly payments: Map<string, readonly string[]>
  readonly notes: Map<string, readonly string[]>
  readonly followers: Map<string, readonly string[]>
  /** Ids of invoices (and credit notes that take back none), by their group. */
  readonly ofGroup: Map<number, string>
  /** Groups of fees of payments that are for no document, by the payment. */
  readonly feeGroups: Map<string, number>
  /** Documents whose payments are to be looked at again, and payments for none. */
  readonly stale: Set<string>
  /** Texts many documents share. */
  readonly texts: Map<string, string>
  /** Grows with every change of a document or payment. */
  version: number
}

export const createDocumentLinks = (): DocumentLinks => ({
  income: 'accrual',
  payments: new Map(),
  notes: new Map(),
  followers: new Map(),
  ofGroup: new Map(),
  feeGroups: new Map(),
  stale: new Set(),
  texts: new Map(),
  version: 0,
})

/** Says that `id` belongs to `owner`, or no longer does. */
export function tell(
  links: Map<string, readonly string[]>,
  owner: string | null,
  id: string,
  isSo: boolean,
): void {
  if (owner === null) return
  const others = (links.get(owner) ?? []).filter((other) => other !== id)
  if (isSo) links.set(owner, [...others, id])
  else if (others.length > 0) links.set(owner, others)
  else links.delete(owner)
}
