import { extname } from 'node:path'
import type { Readable } from 'node:stream'
import { mimeType, resolveAddress, type Target } from './appFiles.ts'
import { freshNonce, securityHeaders, withNonce } from './contentPolicy.ts'
import { partSize } from '#shared/backup/part.ts'
import type { Backups } from './backup/backups.ts'
import type { Handles } from './files/handles.ts'

type Parts = {
  /** The folder of the built window. */
  readonly root: string
  readonly handles: Handles
  readonly backups: Pick<Backups, 'add' | 'read'>
  readonly readFile: (path: string) => Promise<Buffer>
}

/** Answers every address of the app; there is no other way for a page to get at a byte. */
export async function answer(request: Request, parts: Parts): Promise<Response> {
  const { root, handles, backups, readFile } = parts
  const target = resolveAddress(request.url, root)
  if (request.method === 'POST' && target.kind === 'backup') return take(request, target, backups)
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405)
  if (target.kind === 'refused') return plain(404)
  if (target.kind === 'import') return stream(handles.find(target.handle)?.open())
  if (target.kind === 'backup') return stream(backups.read(target.handle, target.entry))
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

/** Bytes of a backup on their way to the disk; answered when there is room for more. */
async function take(
  request: Request,
  { handle, entry, more }: Extract<Target, { kind: 'backup' }>,
  backups: Parts['backups'],
): Promise<Response> {
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.length > partSize) return plain(413)
  const reply = await backups.add(handle, { entry, last: !more, bytes })
  return new Response(JSON.stringify(reply), {
    headers: { ...securityHeaders(freshNonce()), 'content-type': mimeType('.json') },
  })
}

/** The bytes of a chosen file or of a backup, read from the disk no faster than the window takes them. */
async function stream(source: Promise<Readable> | null | undefined): Promise<Response> {
  if (!source) return plain(404)
  const bytes = await source.catch(() => null)
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
