/* global Papa, Dexie */
importScripts('/papaparse.js', '/dexie.js')

const pieceLength = 1 << 20

/** The file's records as arrays, a megabyte at a time: reading without understanding anything. */
async function* readRecords(file) {
  const decoder = new TextDecoder()
  const reader = file.stream().getReader()
  let rest = ''
  for (let isLast = false; !isLast;) {
    const parts = [rest]
    for (let length = 0; length < pieceLength && !isLast;) {
      const { done, value } = await reader.read()
      isLast = done
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true })
      parts.push(text)
      length += text.length
    }
    const input = parts.join('')
    const { data, meta } = new Papa.Parser({ delimiter: ',', newline: '\n' }).parse(input, 0, !isLast)
    rest = input.slice(meta.cursor)
    yield data
  }
}

async function parse({ file }) {
  const began = performance.now()
  let rows = 0
  for await (const records of readRecords(file)) rows += records.length
  return { ms: performance.now() - began, rows }
}

const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** So many bytes as so many records, each in a transaction of its own that is on the disk before the next begins. */
async function write({ bytes, pages }) {
  await asked(indexedDB.deleteDatabase('pages'))
  const opening = indexedDB.open('pages', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('pages')
  const db = await asked(opening)
  const size = Math.ceil(bytes / pages)
  const page = new Uint8Array(size)
  for (let from = 0; from < size; from += 65536)
    crypto.getRandomValues(page.subarray(from, Math.min(size, from + 65536)))
  const began = performance.now()
  for (let at = 0; at < pages; at++) {
    const transaction = db.transaction('pages', 'readwrite', { durability: 'strict' })
    transaction.objectStore('pages').put(page, at)
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onabort = () => reject(transaction.error)
    })
  }
  const ms = performance.now() - began
  db.close()
  await asked(indexedDB.deleteDatabase('pages'))
  return { ms }
}

const salesAtOnce = 5000

/** What a first idea would be: parse the file and store one record per sale, with three indexes. */
async function storeSales({ file, columns }) {
  const db = new Dexie('sales', { chromeTransactionDurability: 'strict' })
  db.version(1).stores({ sales: 'id, day, buyer, status' })
  await db.open()
  const began = performance.now()
  let [sales, last, waiting, isHeader] = [0, null, [], true]
  const store = async () => {
    sales += waiting.length
    await db.sales.bulkPut(waiting)
    waiting = []
  }
  for await (const records of readRecords(file)) {
    for (const cells of records) {
      const id = cells[columns.id]
      if (isHeader || id === undefined) isHeader = false
      else if (last?.id === id) last.lines.push(cells)
      else {
        if (waiting.length >= salesAtOnce) await store()
        last = { id, day: cells[columns.day], buyer: cells[columns.buyer], status: 'paid', lines: [cells] }
        waiting.push(last)
      }
    }
  }
  await store()
  const ms = performance.now() - began
  await db.delete()
  return { ms, rows: sales }
}

const jobs = { parse, write, storeSales }

onmessage = async ({ data }) => {
  try {
    postMessage(await jobs[data.job](data))
  } catch (error) {
    postMessage({ error: String(error) })
  }
}
