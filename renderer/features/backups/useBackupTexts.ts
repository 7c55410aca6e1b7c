import { useTranslation } from 'react-i18next'
import { newestProven } from '#shared/backup/rotation.ts'
import type { BackupSummary } from '#shared/backup/manifest.ts'
import type { BackupFailure, BackupItem, BackupTrouble } from '#shared/ipc/contract.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'

const told = ['imports', 'products', 'clients', 'handSales'] as const

/** Backups in words. */
export function useBackupTexts() {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const said = (count: number) => ({ count, number: format.number(count) })
  const sales = (held: BackupSummary['sales']) => {
    if (held === null || held.count === 0) return []
    if (held.from === '') return [t('holds.sales', said(held.count))]
    return [t('holds.salesOf', { ...said(held.count), days: format.days(held.from, held.to) })]
  }
  /** What is inside, in a few words. */
  const holds = ({ sales: held, rows, files, missingFiles }: BackupSummary): string => {
    const counts = told.flatMap((table) => {
      const count = rows[table] ?? 0
      return count === 0 ? [] : [t(`holds.${table}`, said(count))]
    })
    const kept = files === 0 ? [] : [t('holds.files', said(files))]
    const missing = missingFiles === 0 ? [] : [t('holds.missing', said(missingFiles))]
    // each count stays on one line
    const all = [
      ...sales(held),
      ...[...counts, ...kept, ...missing].map((text) => text.replaceAll(' ', '\u00a0')),
    ]
    return all.length === 0 ? t('holds.nothing') : all.join(', ')
  }
  const why = (code: BackupFailure) => t(`why.${code}`)
  const trouble = ({ at, reason, code }: BackupTrouble) =>
    t('trouble.text', { reason: t(`reason.${reason}`), when: format.moment(at), why: why(code) })
  return { holds, why, trouble }
}

/** The newest proven backup of a brand. */
export function newestOf(backups: readonly BackupItem[], brandId: string) {
  const own = backups.flatMap((item) => {
    const { about } = item
    return about?.brand.id === brandId ? [{ ...item, about, createdAt: about.createdAt }] : []
  })
  return newestProven(own) ?? null
}
