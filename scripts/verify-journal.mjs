// node scripts/verify-journal.mjs FILE [HEAD]: verifies an exported journal of documents. It needs this file and Node alone.
// HEAD is the last seal as it was noted earlier: with it, entries cut off at the end are noticed too.
// Ends with 0 where all is well, 1 where something was changed, taken out or moved, 2 where the file cannot be read.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { exit } from 'node:process'

/** JSON without white space, the keys of each object in the order of their UTF-16 code units (RFC 8785). */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.keys(value).sort()
  return `{${fields.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}
const sealOf = (value) => createHash('sha256').update(canonical(value), 'utf8').digest('hex')

/** The file's lines: a head, an entry each, an end. */
function* linesOf(bytes) {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end
    yield bytes.toString('utf8', from, to)
    from = to + 1
  }
}

function readEntries(file) {
  const [head, ...lines] = linesOf(readFileSync(file))
  const end = lines.pop()
  if (head !== '{"format":"microbrand-journal-1","entries":[') throw new Error('this is no exported journal')
  if (end !== ']}') throw new Error('the file is not whole')
  return lines
    .map((line) => line.replace(/,$/, ''))
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
}

function faultsOf(entries, noted) {
  const faults = []
  let [seq, seal] = [0, '0'.repeat(64)]
  for (const { entry, content } of entries) {
    const { hash, ...told } = entry
    const say = (words) =>
      faults.push(`entry ${entry.seq} (${entry.act} ${entry.number || entry.subject}): ${words}`)
    if (sealOf(told) !== hash) say('it was changed')
    if (entry.seq > seq + 1) say('entries before it are missing')
    else if (entry.seq < seq + 1) say('it stands in the wrong place')
    else if (entry.previous !== seal) say('it does not belong to the entry before it')
    if (content === null) say('what it tells of is gone')
    else if (sealOf(content) !== entry.content) say('what it tells of was changed')
    ;[seq, seal] = [entry.seq, hash]
  }
  const wasThere = noted === undefined || entries.some(({ entry }) => entry.hash === noted.toLowerCase())
  return wasThere ? faults : [...faults, `the seal ${noted} is not in it: entries are missing at its end`]
}

const [file, noted] = process.argv.slice(2)
try {
  if (file === undefined) throw new Error('usage: node verify-journal.mjs FILE [HEAD]')
  const entries = readEntries(file)
  const faults = faultsOf(entries, noted)
  for (const fault of faults) console.log(fault)
  if (faults.length === 0) console.log(`${entries.length} entries: nothing was changed, taken out or moved.`)
  console.log(`Last seal: ${entries.at(-1)?.entry.hash ?? 'none'}`)
  exit(faults.length === 0 ? 0 : 1)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  exit(2)
}
