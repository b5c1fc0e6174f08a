/** The types of yamlAsValue.mjs for the configuration of the test runner. */
import type { Plugin as EsbuildPlugin } from 'esbuild'
import type { Plugin } from 'vitest/config'

export const yamlPlugin: EsbuildPlugin
export const yamlAsValue: Plugin
