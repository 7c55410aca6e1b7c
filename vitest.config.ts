import { defineConfig } from 'vitest/config'

// Tests run in Node; a file that draws asks for a page with `// @vitest-environment happy-dom` on its first line.
export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
    environment: 'node',
    // A busy machine is slow, not wrong.
    testTimeout: 60_000,
    pool: 'threads',
    coverage: { include: ['shared/**', 'renderer/data/**'] },
  },
})
