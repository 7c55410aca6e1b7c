const longest = 60

/** The beginning and the end, which tells one month's export from another's. */
export function shortened(name: string): string {
  const signs = Array.from(name)
  if (signs.length <= longest) return name
  return `${signs.slice(0, longest / 2).join('')}…${signs.slice(1 - longest / 2).join('')}`
}

/** A single & would underline the letter behind it. */
export const asMenuText = (text: string): string => text.replaceAll('&', '&&')
