/** A UUIDv7 (RFC 9562): sorts by the time it was made, and two machines never make the same. */
export function uuidv7(
  now: number = Date.now(),
  random = crypto.getRandomValues(new Uint8Array(10)),
): string {
  const time = now.toString(16).padStart(12, '0')
  const [a = 0, b = 0, c = 0, ...rest] = random
  const tail = [0x70 | (a & 0x0f), b, 0x80 | (c & 0x3f), ...rest]
  const hex = time + tail.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
