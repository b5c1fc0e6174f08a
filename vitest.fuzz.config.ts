import { defineConfig } from 'vitest/config'
import { yamlAsValue } from './tools/yamlAsValue.mjs'

/** The campaigns of test/fuzz, long: 50,000 cases for each parser. `npm test` runs them short. */
export default defineConfig({
  plugins: [yamlAsValue],
  test: {
    include: ['test/fuzz/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 30_000,
    env: { HOPSCOPE_FUZZ_COUNT: process.env['HOPSCOPE_FUZZ_COUNT'] ?? '50000' },
  },
})
