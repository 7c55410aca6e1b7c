import { createTheme, rem, type CSSVariablesResolver, type MantineThemeOverride } from '@mantine/core'
import { chartVariables } from '#ui/chart/palette.ts'
import { accentShade, accentShades } from './accent.ts'

/** Mantine's components in the app's own measure: 13 px text, quiet borders, the brand's colour as the one accent. */
export function brandTheme(accent: string): MantineThemeOverride {
  return createTheme({
    primaryColor: 'accent',
    primaryShade: accentShade,
    colors: {
      accent: accentShades(accent),
      gray: [
        '#f7f7f8',
        '#f0f1f3',
        '#e6e7ea',
        '#dadce0',
        '#c6c9cf',
        '#9a9ea8',
        '#6e737d',
        '#50555e',
        '#363a41',
        '#1e2126',
      ],
      dark: [
        '#dfe1e5',
        '#c0c3ca',
        '#a0a4ad',
        '#777c86',
        '#43464e',
        '#33363c',
        '#26282d',
        '#191a1e',
        '#141518',
        '#0f1012',
      ],
    },
    black: '#1b1d21',
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
    lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
    headings: {
      fontWeight: '640',
      sizes: {
        h1: { fontSize: rem(24), lineHeight: '1.25' },
        h2: { fontSize: rem(16), lineHeight: '1.35' },
        h3: { fontSize: rem(14), lineHeight: '1.4' },
      },
    },
    radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(20) },
    defaultRadius: 'sm',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Modal: { defaultProps: { transitionProps: { duration: 140 }, centered: true } },
      // inside the page, so that a screen reader finds it there too
      Tooltip: {
        defaultProps: { openDelay: 250, transitionProps: { duration: 100 }, portalProps: { target: 'main' } },
      },
      Menu: { defaultProps: { transitionProps: { duration: 100 } } },
      SegmentedControl: { defaultProps: { transitionDuration: 120, size: 'xs' } },
      Button: { defaultProps: { size: 'xs' } },
    },
  })
}

/** Mantine's dimmed and placeholder greys are too pale for small text; these pass AA on every surface of the app. */
export const brandVariables: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: {
    ...chartVariables('light'),
    '--mantine-color-body': '#fdfdfd',
    '--mantine-color-dimmed': '#5d626c',
    '--mantine-color-placeholder': '#6e737d',
    '--mantine-color-default-border': '#dadce0',
    '--mantine-color-error': '#c22f2f',
    '--app-side': '#f4f4f6',
    '--app-card': '#ffffff',
    '--app-line': '#e6e7ea',
    '--app-hover': '#f2f2f5',
    '--app-grid': '#eceef1',
    '--app-strong': theme.black,
    '--app-good': '#1d7a46',
    '--app-bad': '#b3362b',
    '--app-careful': '#d98a1f',
    '--app-accent-text': 'var(--mantine-color-accent-7)',
    '--app-accent-bar': 'var(--mantine-color-accent-6)',
    '--app-accent-wash': 'var(--mantine-color-accent-0)',
  },
  dark: {
    ...chartVariables('dark'),
    '--mantine-color-body': '#191a1e',
    '--mantine-color-dimmed': '#a0a4ad',
    '--mantine-color-placeholder': '#8b909a',
    '--mantine-color-default-border': '#33363c',
    '--mantine-color-error': '#ff8a80',
    '--app-side': '#141518',
    '--app-card': '#1f2125',
    '--app-line': '#2c2e34',
    '--app-hover': '#26282d',
    '--app-grid': '#2a2c31',
    '--app-strong': '#f1f2f4',
    '--app-good': '#5cc98a',
    '--app-bad': '#ff8f83',
    '--app-careful': '#d98a1f',
    '--app-accent-text': 'var(--mantine-color-accent-4)',
    '--app-accent-bar': 'var(--mantine-color-accent-5)',
    '--app-accent-wash': 'color-mix(in oklab, var(--mantine-color-accent-6) 22%, transparent)',
  },
})
