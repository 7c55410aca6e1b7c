import { defineConfig } from 'vitest/config'

// Tests run in Node; a file that draws asks for a page with `// @vitest-environment happy-dom` on its first line.
export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,scripts,bench}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
    environment: 'node',
    pool: 'threads',
    setupFiles: 'tests/patience.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      include: ['shared/**/*.ts', 'renderer/data/**/*.ts'],
      exclude: ['**/*.test.ts'],
      reporter: ['text-summary'],
      thresholds: { lines: 90, functions: 90, statements: 88, branches: 70 },
    },
  },
})
