/** The scenarios, in the order in which they are offered. */
import { createBucket } from './create-bucket/index.ts'
import type { Scenario } from './engine/scenario.ts'

export const scenarios: readonly Scenario[] = [createBucket]
