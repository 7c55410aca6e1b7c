import { safeFileName } from '#electron/files/fileName.ts'

const ending = 'microbrand.zip'

/** Only files called like this are listed, and only those may the rotation remove. */
export const isBackupName = (name: string) => name.endsWith(`.${ending}`) && !name.startsWith('.')

/** `Tide & Fern 2026-06-17 18.03.22.microbrand.zip`, in the machine's own time; a second one of a second is counted. */
export function backupName(brand: string, at: Date, taken: readonly string[]): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('.')
  const called = (count: number) => {
    const stem = safeFileName(brand.slice(0, 60), ending).slice(0, -ending.length - 1)
    return `${stem} ${day} ${time}${count === 1 ? '' : ` (${count})`}.${ending}`
  }
  const isTaken = new Set(taken.map((name) => name.toLowerCase())) // as on disks that do not tell apart
  let count = 1
  while (isTaken.has(called(count).toLowerCase())) count++
  return called(count)
}

/** The machine's calendar day of a moment, `YYYY-MM-DD`. */
export function localDay(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
