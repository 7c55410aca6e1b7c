import { extname } from 'node:path'
import type { Readable } from 'node:stream'
import { mimeType, resolveAddress } from './appFiles.ts'
import { freshNonce, securityHeaders, withNonce } from './contentPolicy.ts'
import type { Handles } from './files/handles.ts'

type Parts = {
  /** The folder of the built window. */
  readonly root: string
  readonly handles: Handles
  readonly readFile: (path: string) => Promise<Buffer>
}

/** Answers every address of the app; there is no other way for a page to get at a byte. */
export async function answer(request: Request, { root, handles, readFile }: Parts): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405)
  const target = resolveAddress(request.url, root)
  if (target.kind === 'refused') return plain(404)
  if (target.kind === 'import') return stream(target.handle, handles)
  try {
    return page(target.path, await readFile(target.path))
  } catch {
    return plain(404) // not a file of the build
  }
}

function page(path: string, bytes: Buffer): Response {
  const nonce = freshNonce()
  const body = extname(path) === '.html' ? withNonce(bytes.toString('utf8'), nonce) : new Uint8Array(bytes)
  return new Response(body, { headers: { ...securityHeaders(nonce), 'content-type': mimeType(path) } })
}

/** The bytes of a chosen file, read from the disk no faster than the window takes them. */
async function stream(handle: string, handles: Handles): Promise<Response> {
  const source = handles.find(handle)
  if (source === undefined) return plain(404)
  const bytes = await source.open().catch(() => null)
  if (bytes === null) return plain(410) // was there when it was chosen
  const headers = { ...securityHeaders(freshNonce()), 'content-type': 'application/octet-stream' }
  return new Response(pulled(bytes), { headers })
}

/** One chunk for each the reader asks for; a stream that runs ahead would hold the whole file. */
function pulled(bytes: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks: AsyncIterator<Uint8Array<ArrayBuffer>> = bytes[Symbol.asyncIterator]()
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next()
        if (done === true) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => {
        await chunks.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

const plain = (status: number) => new Response(null, { status, headers: securityHeaders(freshNonce()) })
