/**
 * What S3 asks of a bucket policy beyond IAM's grammar: its actions and condition keys are S3's, its resources are
 * this bucket and what is in it, and actions and resources are of one level somewhere. Wordings as S3 answers them.
 */
import type { Answer } from '#kernel/hops/port.ts'
import type { policies } from '#kernel/hops/ports.ts'
import { bucketArn } from '../arns.ts'
import * as errors from '../errors.ts'
import { actionsOn, type Level } from './actions.ts'
import { isConditionKeyOfS3 } from './isConditionKeyOfS3.ts'
import { matchesGlob } from './matchesGlob.ts'

export type PolicyStatement = Answer<typeof policies, 'readResourcePolicy'>['statements'][number]

export function checkBucketPolicy(statements: readonly PolicyStatement[], bucket: string): void {
  for (const { action, resource, conditions } of statements) {
    for (const name of action.values) checkAction(name)
    for (const arn of resource.values) checkResource(arn, bucket)
    for (const { key } of conditions) checkConditionKey(key)
    if (!action.negated && !resource.negated) checkLevels(action.values, resource.values, bucket)
  }
}

const LEVELS: readonly Level[] = ['bucket', 'object']

/** A name without its vendor, in lower case: actions are compared without regard to case. */
const bareName = (action: string): string | undefined => {
  if (action === '*') return '*'
  const name = action.toLowerCase()
  return name.startsWith('s3:') ? name.slice(3) : undefined
}

const levelsOf = (action: string): readonly Level[] => {
  const pattern = bareName(action)
  if (pattern === undefined) return []
  const isNamed = (name: string) => matchesGlob(pattern, name.toLowerCase())
  return LEVELS.filter((level) => actionsOn[level].some(isNamed))
}

function checkAction(action: string): void {
  if (levelsOf(action).length === 0) throw errors.malformedPolicy('Policy has invalid action')
}

/** Keys of other services than S3 and of all of them are IAM's business. */
function checkConditionKey(key: string): void {
  if (!/^s3:/i.test(key) || isConditionKeyOfS3(key.slice('s3:'.length))) return
  throw errors.malformedPolicy('Policy has an invalid condition key')
}

/** [inf] Wildcards in the bucket's part are taken where they match it; `*` alone is nobody's bucket. */
function checkResource(arn: string, bucket: string): void {
  const levels = resourceLevels(arn, bucket)
  if (levels.length === 0) throw errors.malformedPolicy('Policy has invalid resource')
}

const PREFIX = bucketArn('')

function resourceLevels(arn: string, bucket: string): readonly Level[] {
  if (!arn.startsWith(PREFIX)) return []
  const name = arn.slice(PREFIX.length)
  const slash = name.indexOf('/')
  if (slash >= 0) return matchesGlob(name.slice(0, slash), bucket) ? ['object'] : []
  if (name.startsWith('*') || !matchesGlob(name, bucket)) return []
  // A last `*` reaches over the slash, to the objects.
  return name.endsWith('*') ? LEVELS : ['bucket']
}

function checkLevels(
  actions: readonly string[],
  resources: readonly string[],
  bucket: string,
): void {
  const given = new Set(resources.flatMap((arn) => resourceLevels(arn, bucket)))
  const applies = (action: string) => levelsOf(action).some((level) => given.has(level))
  if (!actions.every(applies))
    throw errors.malformedPolicy('Action does not apply to any resource(s) in statement')
}
