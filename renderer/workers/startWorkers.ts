import { createEndpoint, proxy, transfer, wrap } from 'comlink'
import type { Remote } from 'comlink'
import type {
  BackupWorker,
  BookWorker,
  ReaderWorker,
  SampleWorker,
  SheetWorker,
  Workers,
} from '#data/workers.ts'
import type { RemoteReader } from './reader.worker.ts'

/** Starts the app's workers. Chromium runs them beside the window, under the same content policy. */
export function startWorkers(): Workers {
  const remotes = new WeakMap<BookWorker, Remote<BookWorker>>()

  function startBook(): BookWorker {
    const worker = watched(
      new Worker(new URL('./book.worker.ts', import.meta.url), { type: 'module', name: 'book' }),
    )
    const remote = wrap<BookWorker>(worker)
    const book = {
      open: remote.open,
      totals: remote.totals,
      returning: remote.returning,
      sales: remote.sales,
      sale: remote.sale,
      saleKeys: remote.saleKeys,
      listings: remote.listings,
      largestListings: remote.largestListings,
      buyers: remote.buyers,
      find: remote.find,
      recalled: remote.recalled,
      waiting: remote.waiting,
      summary: remote.summary,
      clientProposals: remote.clientProposals,
      preview: remote.preview,
      products: remote.products,
      productListings: remote.productListings,
      proposals: remote.proposals,
      tags: remote.tags,
      documents: remote.documents,
      countries: remote.countries,
      clients: remote.clients,
      besideProducts: remote.besideProducts,
      besideClients: remote.besideClients,
      besideReturning: remote.besideReturning,
      product: remote.product,
      client: remote.client,
      contactsOf: remote.contactsOf,
      offersOf: remote.offersOf,
      applyChange: remote.applyChange,
      sourceRow: remote.sourceRow,
      accountsOf: remote.accountsOf,
      beginImport: remote.beginImport,
      addBatch: remote.addBatch,
      orderHeads: remote.orderHeads,
      previewImport: remote.previewImport,
      adoptImport: remote.adoptImport,
      showImport: remote.showImport,
      discardImport: remote.discardImport,
      close: async () => {
        await remote.close()
        worker.terminate()
      },
    }
    remotes.set(book, remote)
    return book
  }

  function startReader(book: BookWorker): ReaderWorker {
    const worker = newReader()
    const remote = wrap<RemoteReader>(worker)
    return {
      read: async (importId, order, files, onProgress) => {
        const port = await remotes.get(book)?.[createEndpoint]()
        if (!port) throw new Error('the reader needs a book of this window')
        return remote.read(transfer(port, [port]), importId, order, files, proxy(onProgress))
      },
      refused: remote.refused,
      refusedCsv: remote.refusedCsv,
      stop: () => worker.terminate(),
    }
  }

  function startWriter(): SampleWorker {
    const worker = newReader()
    const remote = wrap<RemoteReader>(worker)
    return { sample: (today) => remote.sample(today), stop: () => worker.terminate() }
  }

  function startSheet(): SheetWorker {
    const worker = watched(
      new Worker(new URL('./sheet.worker.ts', import.meta.url), { type: 'module', name: 'sheet' }),
    )
    const remote = wrap<SheetWorker>(worker)
    return {
      write: (spec, next, put) => remote.write(spec, proxy(next), proxy(put)),
      stop: () => worker.terminate(),
    }
  }

  function startBackup(): BackupWorker {
    const worker = watched(
      new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module', name: 'backup' }),
    )
    const remote = wrap<BackupWorker>(worker)
    return {
      find: remote.find,
      send: (brandId, handle, onProgress) => remote.send(brandId, handle, proxy(onProgress)),
      fill: (brandId, handle, manifest, onProgress) =>
        remote.fill(brandId, handle, manifest, proxy(onProgress)),
      stop: () => worker.terminate(),
    }
  }

  return { startBook, startReader, startWriter, startSheet, startBackup }
}

const newReader = () =>
  watched(new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module', name: 'reader' }))

/** A worker that breaks is a bug of this window, and reaches its log. */
function watched(worker: Worker): Worker {
  worker.addEventListener('error', (event) => reportError(event.error ?? new Error(event.message)))
  return worker
}
