import { flag } from '#shared/book/entry.ts'
import type { Key } from '#shared/book/entry.ts'
import type { EntryWriter } from '#shared/book/entryWriter.ts'
import type { SalesFormat } from '#shared/formats/format.ts'
import type { MutableEntry } from './mutableEntry.ts'
import { textOf } from './plan.ts'
import type { Plan, Test } from './plan.ts'

/** Writes what a row, or the head of a sale, means in money, by the first of the format's cases that fits. */
export type RuleWriter = (
  head: readonly string[],
  entry: MutableEntry,
  key: Key,
  flags: number,
  writer: EntryWriter,
) => void

export function createRuleWriter(plan: Plan, format: SalesFormat): RuleWriter {
  const cases = format.cases.map(({ when = [], entries }) => ({
    tests: when.map(plan.test),
    rules: entries.map((rule) => ({
      rule,
      tests: (rule.when ?? []).map(plan.test),
      amount: plan.terms(rule.amount),
      quantity: rule.quantity === undefined ? -1 : plan.slotOf(rule.quantity),
      currency: rule.currency === undefined ? null : plan.columnOf(rule.currency),
    })),
  }))
  return (head, entry, key, flags, writer) => {
    const found = cases.find(({ tests }) => all(tests, head))
    if (!found) return
    const own = entry.currency
    for (const { rule, tests, amount, quantity, currency } of found.rules) {
      const sum = plan.total(amount)
      if ((sum === 0 && rule.always !== true) || !all(tests, head)) continue
      entry.kind = rule.kind
      entry.type = rule.type ?? ''
      entry.amount = sum + 0 // no "-0"
      entry.key = key
      entry.flags = flags | (rule.undated === true ? flag.undated : 0)
      entry.stream = rule.kind === 'line' ? 'physical' : ''
      entry.quantity = quantity < 0 ? 0 : (plan.values[quantity] ?? 0)
      entry.currency = currency ? textOf(currency, head).toUpperCase() : own
      writer.add(entry)
    }
    entry.currency = own
  }
}

const all = (tests: readonly Test[], cells: readonly string[]): boolean => {
  for (const test of tests) if (!test(cells)) return false
  return true
}
