import { useMemo, type ReactNode } from 'react'
import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import type { i18n } from 'i18next'
import { I18nextProvider } from 'react-i18next'
import { firstWeekday } from '#ui/format/firstWeekday.ts'
import { createFormat } from '#ui/format/format.ts'
import { FormatContext } from '#ui/format/FormatContext.tsx'
import { brandTheme, brandVariables } from '#ui/theme/theme.ts'

type Props = {
  readonly catalogue: i18n
  /** The system's locale: how figures and days are written. */
  readonly locale: string
  readonly accent: string
  readonly themes: MantineColorSchemeManager
  readonly nonce: string
  readonly children: ReactNode
}

/** What every screen stands on: words, figures, colours. */
export function Providers({ catalogue, locale, accent, themes, nonce, children }: Props) {
  const format = useMemo(() => createFormat(locale), [locale])
  const closeMessage = catalogue.t('ui:closeMessage')
  const colours = useMemo(() => {
    const theme = brandTheme(accent)
    const Notification = { defaultProps: { closeButtonProps: { 'aria-label': closeMessage } } }
    return { ...theme, components: { ...theme.components, Notification } }
  }, [accent, closeMessage])
  return (
    <I18nextProvider i18n={catalogue}>
      <FormatContext value={format}>
        <MantineProvider
          theme={colours}
          cssVariablesResolver={brandVariables}
          colorSchemeManager={themes}
          defaultColorScheme="auto"
          getStyleNonce={() => nonce}
        >
          <DatesProvider settings={{ weekendDays: [], firstDayOfWeek: firstWeekday(locale) }}>
            {children}
          </DatesProvider>
          <Notifications position="bottom-right" limit={3} transitionDuration={140} />
        </MantineProvider>
      </FormatContext>
    </I18nextProvider>
  )
}
