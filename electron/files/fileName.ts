const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i // Windows opens devices by these names
const separators = /[\\/:*?"<>|]/g
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu // also those that turn the direction of writing
const longest = 120

/** A name that is one path segment on every system, with the ending its content has. */
export function safeFileName(suggested: string, extension: string): string {
  const ending = `.${extension}`
  const plain = suggested.normalize('NFC').replaceAll(invisible, '').replaceAll(separators, '-')
  const stem = plain.toLowerCase().endsWith(ending) ? plain.slice(0, -ending.length) : plain
  const trimmed = cut(stem.replace(/^[.\s]+/, ''), longest - ending.length).replace(/[.\s]+$/, '')
  if (trimmed === '') return `Microbrand${ending}`
  return reserved.test(trimmed) ? `_${trimmed}${ending}` : trimmed + ending
}

/** The first characters that fit into so many bytes of UTF-8, none of them torn. */
function cut(text: string, bytes: number): string {
  let length = 0
  let kept = ''
  for (const character of text) {
    length += Buffer.byteLength(character)
    if (length > bytes) break
    kept += character
  }
  return kept
}
