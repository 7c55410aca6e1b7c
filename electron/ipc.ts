import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { type Channel, contract, type Input, type Output } from '#shared/ipc/contract.ts'

/** What main does for each message; a channel without a handler does not compile. */
export type Handlers = { readonly [C in Channel]: (input: Input<C>) => Promise<Output<C>> | Output<C> }

type Parts = {
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
  readonly onError: (code: string, error: unknown) => void
}

/** Serves every channel. What comes from elsewhere or has another shape never reaches a handler; errors are codes. */
export function serveAll(parts: Parts, handlers: Handlers): void {
  for (const channel of Object.keys(contract) as Channel[]) serve(parts, channel, handlers[channel])
}

function serve<C extends Channel>(parts: Parts, channel: C, handler: Handlers[C]): void {
  const { input, output } = contract[channel]
  const refuse = (code: string, error?: unknown): never => {
    parts.onError(`${channel}-${code}`, error)
    throw new Error(code)
  }
  ipcMain.handle(channel, async (event, ...messages: unknown[]) => {
    if (!parts.isTrusted(event)) return refuse('untrusted-sender')
    const request = input.safeParse(messages[0])
    if (messages.length !== 1 || !request.success) return refuse('invalid-request')
    const answer = await answerOf(handler, request.data as Input<C>)
    if (!answer.ok) return refuse('failed', answer.error)
    const reply = output.safeParse(answer.value)
    return reply.success ? reply.data : refuse('invalid-reply')
  })
}

/** A bug in a handler is logged whole and reaches the window as a code without a stack. */
async function answerOf<C extends Channel>(handler: Handlers[C], input: Input<C>) {
  try {
    return { ok: true, value: await handler(input) } as const
  } catch (error) {
    return { ok: false, error } as const
  }
}
