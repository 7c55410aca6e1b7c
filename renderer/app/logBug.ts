import type { Api } from '#shared/ipc/contract.ts'

/** The log gets the name and the place of a bug, never its message: that may quote a file. */
export async function logBug(
  api: Pick<Api, 'logError'>,
  error: unknown,
  componentStack: string,
): Promise<void> {
  const bug = error instanceof Error ? error : new Error()
  await api.logError({ code: bug.name.slice(0, 200), stack: placesOf(bug, componentStack) })
}

/** The lines of a stack that name places; the first ones repeat the message. */
export function placesOf({ stack = '' }: Error, componentStack: string): string {
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return [...places, componentStack].join('\n').slice(0, 20_000)
}
