/** One line of the log: a code and where in the program, never what a person or a file said. */
export function logLine(time: Date, code: string, error?: unknown): string {
  return `${JSON.stringify({ time: time.toISOString(), code: safeCode(code), ...describe(error) })}\n`
}

/** Codes are the program's own words; any other text could be a name, an amount or a line of a file. */
export const safeCode = (text: string) => (/^[A-Za-z][A-Za-z0-9_.-]{0,99}$/.test(text) ? text : 'unnamed')

/** The frames of a stack: its first lines repeat the message, paths would name the person's home. */
export function framesOf(stack: string): readonly string[] {
  const frames = stack.split('\n').filter((line) => /^\s+at \S/.test(line) || /^\S*@\S+:\d+:\d+$/.test(line))
  return frames.slice(0, 50).map((line) => withoutFolders(line.trim()).slice(0, 300))
}

/** Of an address only the file's own name stays: `main-4f2a.js:1:200`. */
const withoutFolders = (frame: string) =>
  frame.replaceAll(/(?:[a-z][a-z+.-]+:\/\/|[A-Za-z]:[\\/]|[\\/])[^()]*[\\/]/g, '')

function describe(error: unknown) {
  if (typeof error !== 'object' || error === null) return {}
  const text = (key: string) => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' ? value : ''
  }
  const reason = text('code') || text('message')
  return {
    ...(text('name') && { name: safeCode(text('name')) }),
    ...(reason && { reason: safeCode(reason) }),
    stack: framesOf(text('stack')),
  }
}
