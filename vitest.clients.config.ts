import { defineConfig } from 'vitest/config'
import { yamlAsValue } from './tools/yamlAsValue.mjs'

export default defineConfig({
  plugins: [yamlAsValue],
  test: {
    include: ['test/clients/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
})
