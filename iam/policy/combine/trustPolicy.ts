/**
 * Who must allow where a role is assumed: always its trust policy, also for principals of its own account
 * that could do anything else, and for the role itself. The rest is as for any resource.
 */
import type { Combiner } from './combiner.ts'
import { defaultCombiner } from './default.ts'

export const trustPolicy: Combiner = (results, request) =>
  new Set([...defaultCombiner(results, request), 'resource'])
