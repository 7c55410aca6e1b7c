/** Bytes written to have the engine let go of its log: twice what it holds in memory (4 MB), and some. */
const enough = 10 * 1024 ** 2
/** Larger values would lie in files beside the log; what can be compressed would not fill it. */
const valueSize = 32 * 1024
const valuesAtOnce = 16

/**
 * Has the storage engine begin a new log. One that was cut off, by its disk or with the power, ends in half a record. The
 * engine overlooks that and goes on writing behind it; at the next start it takes the whole for damaged and deletes every
 * database. Once it has more to hold than fits into its memory, it puts what it holds into tables and begins another log;
 * after the second time the first is gone. What is written for that is removed.
 */
export async function renewLog(): Promise<void> {
  const name = 'log'
  const opening = indexedDB.open(name)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(name))
  const db = await answered(opening)
  try {
    for (let written = 0; written < enough; written += valueSize * valuesAtOnce) {
      const transaction = db.transaction(name, 'readwrite')
      const store = transaction.objectStore(name)
      for (let at = 0; at < valuesAtOnce; at++)
        // oxlint-disable-next-line microbrand/one-way-to-write -- no record: noise in a database of its own
        store.put(crypto.getRandomValues(new Uint8Array(valueSize)), at)
      await completed(transaction)
    }
  } finally {
    db.close()
    await answered(indexedDB.deleteDatabase(name))
  }
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
  })

const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
  })
