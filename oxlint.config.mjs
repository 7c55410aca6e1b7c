import { layers, programs, testing } from './scripts/lint/layers.mjs'

const arrowBuilders = {
  name: 'apache-arrow',
  importNames: ['vectorFromArray', 'makeBuilder', 'tableFromArrays', 'tableFromJSON'],
  message:
    'Its builders compile code, which the content policy forbids: use makeData, makeVector and new Table.',
}
const ipcMain = {
  name: 'electron',
  importNames: ['ipcMain'],
  message: 'Serve a message of the contract through serve().',
}

/** An import must be of the own folder or named in its row of the table. */
const imports = (may, paths = []) => [
  'error',
  {
    paths: [arrowBuilders, ...paths],
    patterns: [
      {
        group: ['*', '!./**', ...may.flatMap((name) => [`!${name}`, `!${name}/**`]), '**/../**'],
        message: 'This layer may not import that one (scripts/lint/layers.mjs).',
      },
    ],
  },
]

const impure = [
  'process',
  'window',
  'document',
  'fetch',
  'Buffer',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]
const floats = [{ name: 'parseFloat', message: 'Money is read digit by digit.' }]
const properties = [
  { object: 'Number', property: 'parseFloat', message: 'Money is read digit by digit.' },
  { property: 'toFixed', message: 'Amounts are formatted by Intl.NumberFormat, in ui.' },
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].map((property) => ({
    property,
    message: 'Text is never HTML.',
  })),
  { object: 'document', property: 'write', message: 'Text is never HTML.' },
]

export default {
  plugins: ['typescript', 'import', 'react', 'jsx-a11y', 'unicorn', 'oxc', 'promise', 'vitest'],
  jsPlugins: ['./scripts/lint/rules.mjs'],
  categories: { correctness: 'error' },
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/ban-ts-comment': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/no-danger': 'error',
    'import/no-cycle': 'error',
    'no-restricted-globals': ['error', ...floats],
    'no-restricted-properties': ['error', ...properties],
    'no-empty': ['error', { allowEmptyCatch: false }],
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-new-func': 'error',
    'vitest/no-disabled-tests': 'error',
    'vitest/no-focused-tests': 'error',
    'max-lines': ['warn', { max: 300 }],
    'jsx-a11y/prefer-tag-over-role': 'off', // a virtual table has no <tr>: its rows are placed by hand
    'vitest/require-mock-type-parameters': 'off', // TypeScript infers them
    'react/set-state-in-effect': 'warn', // rows fetched for what is in view arrive through an effect
    'vitest/valid-expect': ['error', { maxArgs: 2 }], // the second says what is compared
    'vitest/no-conditional-expect': 'off',
    'vitest/expect-expect': 'off', // properties and types prove without one
    'vitest/require-to-throw-message': 'off',
    'jsx-a11y/no-autofocus': 'off', // a dialog opens with its field ready to type in
    'no-control-regex': 'off', // files hold control characters, and the code looks for them
    'unicorn/no-useless-spread': 'off', // lists too long for a line read better in groups
  },
  overrides: [
    // Later rows overrule earlier ones, so the widest folder comes first.
    ...[...layers].toReversed().map(({ folder, may }) => ({
      files: [`${folder}/**`],
      rules: { 'no-restricted-imports': imports(may, [ipcMain]) },
    })),
    ...programs.map(({ folder, may }) => ({
      files: [`${folder}/**`],
      rules: { 'no-restricted-imports': imports(may) },
    })),
    {
      files: ['shared/**'],
      rules: {
        'no-restricted-globals': [
          'error',
          ...floats,
          ...impure.map((name) => ({ name, message: 'shared runs anywhere.' })),
        ],
      },
    },
    { files: ['electron/ipc.ts'], rules: { 'no-restricted-imports': imports(layers[1].may) } },
    { files: ['electron/**', 'renderer/**'], rules: { 'microbrand/keep-protections': 'error' } },
    {
      files: ['renderer/**'],
      // a restore fills a database that is no brand yet
      excludeFiles: ['renderer/data/commit.ts', 'renderer/data/backup/fillBrand.ts'],
      rules: { 'microbrand/one-way-to-write': 'error' },
    },
    {
      files: ['renderer/data/pageStore.ts'], // book pages never change, so no change tells of them
      rules: { 'microbrand/one-way-to-write': ['error', { own: ['pages', 'details', 'summaries'] }] },
    },
    {
      files: ['bench/floors.ts'],
      rules: {
        'no-restricted-imports': imports([
          '#scripts',
          'dexie',
          'papaparse',
          'apache-arrow',
          'node:*',
          'playwright',
          'electron',
        ]),
      },
    },
    // Tests beside the code may do what their subject may, and a little more.
    ...[...layers].toReversed().map(({ folder, may }) => ({
      files: [`${folder}/**/*.test.{ts,tsx}`, `${folder}/**/*{I,i}nTests.{ts,tsx}`],
      rules: {
        'no-restricted-imports': imports([...may, ...testing]),
        'no-restricted-globals': ['error', ...floats],
        'microbrand/one-way-to-write': 'off',
        'microbrand/keep-protections': 'off',
      },
    })),
  ],
  ignorePatterns: ['out/**', 'dist/**', 'node_modules/**', 'coverage/**', 'test-results/**'],
}
