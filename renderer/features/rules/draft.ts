import type { AssignmentRule } from '#shared/assignments/assignment.ts'
import { streams } from '#shared/book/entry.ts'
import type { Stream } from '#shared/book/entry.ts'
import type { RulesSearch } from './search.ts'

/** A rule while it is typed; '' and none where nothing is asked or given. */
export type RuleDraft = {
  readonly name: string
  readonly channels: readonly string[]
  readonly accounts: readonly string[]
  readonly sku: string
  readonly title: string
  readonly product: string | null
  readonly stream: Stream
  readonly tags: readonly string[]
}
export type DraftError = 'no-condition' | 'gives-nothing'

export const emptyDraft = ({ title = '', sku = '', account }: RulesSearch = {}): RuleDraft => ({
  name: '',
  channels: [],
  accounts: account === undefined ? [] : [account],
  sku,
  title,
  product: null,
  stream: '',
  tags: [],
})

export const draftOf = ({ name, when, gives }: AssignmentRule): RuleDraft => ({
  name,
  channels: when.channels ?? [],
  accounts: when.accounts ?? [],
  sku: when.sku ?? '',
  title: when.title ?? '',
  product: gives.product ?? null,
  stream: gives.stream ?? '',
  tags: gives.tags ?? [],
})

/** What the draft asks and gives, or what is missing. */
export function readRule(
  draft: RuleDraft,
): { readonly rule: Pick<AssignmentRule, 'name' | 'when' | 'gives'> } | { readonly wrong: DraftError } {
  const { channels, accounts, tags, product } = draft
  const [sku, title] = [draft.sku.trim(), draft.title.trim()]
  const when = {
    ...(channels.length > 0 ? { channels } : {}),
    ...(accounts.length > 0 ? { accounts } : {}),
    ...(sku === '' ? {} : { sku }),
    ...(title === '' ? {} : { title }),
  }
  const gives = {
    ...(product === null ? {} : { product }),
    ...(draft.stream === '' ? {} : { stream: draft.stream }),
    ...(tags.length > 0 ? { tags } : {}),
  }
  if (Object.keys(when).length === 0) return { wrong: 'no-condition' }
  if (Object.keys(gives).length === 0) return { wrong: 'gives-nothing' }
  return { rule: { name: draft.name.trim(), when, gives } }
}

export const streamChoices = streams.filter((stream) => stream !== '')
