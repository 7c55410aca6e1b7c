import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedRow } from '#shared/imports/report.ts'

/** Formats, channels and refusals in a person's words; a name the catalogue does not know stands for itself. */
export function useImportNames() {
  const { t } = useTranslation(['formats', 'refusals', 'sales'])
  return useMemo(
    () => ({
      format: (name: string): string =>
        t(`formats:name.${name}` as 'formats:name.etsy-statement', { defaultValue: name }),
      channel: (channel: string): string =>
        t(`sales:channels.${channel}` as 'sales:channels.etsy', { defaultValue: channel }),
      refusal: ({ code, column, text }: RefusedRow): string => t(`refusals:row.${code}`, { column, text }),
    }),
    [t],
  )
}
