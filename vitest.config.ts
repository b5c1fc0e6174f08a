import { defineConfig } from 'vitest/config'
import { yamlAsValue } from './tools/yamlAsValue.mjs'

export default defineConfig({
  plugins: [yamlAsValue],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/clients/**', 'node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
})
