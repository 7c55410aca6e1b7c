import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import sentences from '#resources/locales/en/einvoice.json'
import { readEInvoice } from '#shared/einvoice/readEInvoice.ts'
import { describeInvoice, invoiceText, say } from './invoiceReport.ts'
import type { DescribedInvoice } from './invoiceReport.ts'

/**
 * Says what e-invoices hold and which of their totals do not follow from their lines. Writes nothing. Ends with 0 where all
 * is well, 1 where a total differs, 2 where a file is no e-invoice or cannot be counted.
 */
async function main(words: readonly string[]): Promise<number> {
  const paths = words.filter((word) => !word.startsWith('--'))
  if (paths.length === 0 || words.some((word) => word.startsWith('--') && word !== '--json')) {
    process.stderr.write(`${sentences.usage}\n`)
    return 2
  }
  const described: DescribedInvoice[] = []
  let unreadable = false
  const refuse = (sentence: string) => {
    unreadable = true
    process.stderr.write(`${sentence}\n`)
  }
  for (const path of paths) {
    const name = basename(path)
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) {
      refuse(say('noFile', { name }))
      continue
    }
    const read = readEInvoice(text)
    if (!read.ok) {
      refuse(say(read.error.code, { name, line: 'line' in read.error ? read.error.line : 0 }))
      continue
    }
    const one = describeInvoice(name, read.value)
    if (one) described.push(one)
    else refuse(say('uncountable', { name }))
  }
  const out = words.includes('--json')
    ? JSON.stringify({ invoices: described }, null, 2)
    : described.map(invoiceText).join('\n\n')
  process.stdout.write(`${out}\n`)
  if (unreadable) return 2
  return described.some(({ differences }) => differences.length > 0) ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
