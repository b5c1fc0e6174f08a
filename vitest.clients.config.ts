import { defineConfig } from 'vitest/config'
import { yamlAsText } from './tools/yamlAsText.ts'

export default defineConfig({
  plugins: [yamlAsText],
  test: {
    include: ['test/clients/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
})
