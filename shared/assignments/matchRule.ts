import { folded } from '#shared/search/folded.ts'
import { unit } from '#shared/book/entry.ts'
import type { RuleConditions } from './assignment.ts'

type Listed = { readonly account: string; readonly title: string; readonly sku: string }

/** Whether a listing fits all that a rule asks for; one that asks for nothing fits none. */
export function matcherOf({ channels, accounts, sku, title }: RuleConditions): (listed: Listed) => boolean {
  const tests: ((listed: Listed) => boolean)[] = []
  if (channels && channels.length > 0)
    tests.push(({ account }) => channels.includes(account.split(unit)[0] ?? ''))
  if (accounts && accounts.length > 0) tests.push(({ account }) => accounts.includes(account))
  if (sku) {
    const pattern = patternOf(sku)
    tests.push((listed) => pattern.test(folded(listed.sku)))
  }
  if (title) {
    const text = folded(title.trim())
    tests.push((listed) => folded(listed.title).includes(text))
  }
  return (listed) => tests.length > 0 && tests.every((test) => test(listed))
}

/** `MUG-*` as an expression: `*` is anything, every other character is itself. */
const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${folded(text.trim())
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  )
