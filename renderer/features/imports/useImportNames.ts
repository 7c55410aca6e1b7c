import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedRow } from '#shared/imports/report.ts'

/** Formats, channels and refusals in a person's words. */
export function useImportNames() {
  const { t } = useTranslation()
  return useMemo(() => {
    // The catalogue is keyed by what the format tables are named; an unknown name stands for itself.
    const say = t as unknown as (key: string, options: Readonly<Record<string, unknown>>) => string
    return {
      format: (name: string): string => say(`formats:name.${name}`, { defaultValue: name }),
      channel: (channel: string): string => say(`sales:channels.${channel}`, { defaultValue: channel }),
      refusal: ({ code, column, text }: RefusedRow): string =>
        say(`refusals:row.${code}`, { column, text, defaultValue: `${column}: ${text}` }),
    }
  }, [t])
}
