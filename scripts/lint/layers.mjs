/** What each folder may import; everything else is refused. The first fitting row counts. */
const pure = [
  'zod',
  'apache-arrow',
  'papaparse',
  'fflate',
  'temporal-polyfill',
  '@rgrove/parse-xml',
  '@noble/hashes',
  'stdnum',
  'localized-address-format',
]
/** Payment codes, their checks and addresses. */
const codes = ['ibantools', '@scure/base', 'uqr']
const view = [
  'react',
  'react-dom/client',
  '@mantine',
  '@tabler/icons-react',
  '@tanstack',
  'react-i18next',
  'i18next',
  'dayjs',
  'temporal-polyfill',
  'zod',
]

export const layers = [
  { folder: 'shared', may: ['#shared', '#resources', 'html-to-text', ...codes, ...pure] },
  {
    folder: 'electron',
    may: [
      ...['#shared', '#electron', '#resources', 'electron', 'node:*'],
      ...['i18next', 'zod', 'fflate', 'yauzl', 'yazl'],
    ],
  },
  { folder: 'renderer/workers', may: ['#shared', '#data', '#workers', 'comlink', 'hucre', ...pure] },
  { folder: 'renderer/data', may: ['#shared', '#data', 'dexie', 'comlink', ...pure] },
  { folder: 'renderer/ui', may: ['#shared', '#ui', '#resources', 'recharts', 'get-nonce', ...view] },
  {
    folder: 'renderer/features',
    may: ['#shared', '#data', '#ui', '#resources', 'dexie-react-hooks', ...view],
  },
  {
    folder: 'renderer',
    may: [
      ...['#shared', '#data', '#ui', '#features', '#workers', '#app', '#resources'],
      ...['@fontsource-variable', '@fontsource', 'dexie-react-hooks', 'comlink', 'get-nonce', ...view],
    ],
  },
]

const tools = [
  'node:*',
  'vitest',
  'fast-check',
  'playwright',
  'vite',
  '@electron',
  'electron',
  'electron-builder',
  'app-builder-lib',
  '@resvg/resvg-js',
  '@shockpkg/icon-encoder',
  'js-yaml',
  'spdx-license-list',
]

export const programs = [
  { folder: 'scripts', may: ['#shared', '#resources', '#scripts', ...pure, ...tools] },
  { folder: 'bench', may: ['#shared', '#scripts', 'dexie', 'comlink', ...pure, ...tools] },
  {
    folder: 'tests',
    may: [
      '#shared',
      '#scripts',
      '#data',
      '#electron',
      '#workers',
      '#resources',
      '@axe-core/playwright',
      'jsqr',
      'unpdf',
      'read-excel-file',
      '@testing-library',
      'fake-indexeddb',
      ...pure,
      ...tools,
    ],
  },
]

/** What a test beside the code may import on top: it reads fixtures and draws without a window. */
export const testing = [
  ...['vitest', 'fast-check', 'fake-indexeddb', '@testing-library', 'happy-dom', 'node:*', 'read-excel-file'],
  ...['@resvg/resvg-js', 'jsqr', 'react-dom/server', '#data', 'dexie', '#resources', ...pure],
]
