/** What S3 asks of a CORS configuration beyond its schema. */
import * as errors from '../errors.ts'
import type { CORSConfiguration, CORSRule } from '../model/shapes.ts'

const MAX_RULES = 100
const METHODS: ReadonlySet<string> = new Set(['GET', 'PUT', 'POST', 'DELETE', 'HEAD'])

export function checkCors({ CORSRules: rules }: CORSConfiguration): void {
  if (rules.length > MAX_RULES)
    throw errors.invalidRequest(
      `The number of CORS rules should not exceed allowed limit of ${MAX_RULES} rules.`,
    )
  for (const rule of rules) checkRule(rule)
}

function checkRule(rule: CORSRule): void {
  const unsupported = rule.AllowedMethods.find((method) => !METHODS.has(method))
  if (unsupported !== undefined)
    throw errors.invalidRequest(
      `Found unsupported HTTP method in CORS config. Unsupported method is ${unsupported}`,
    )
  checkWildcards('AllowedOrigin', rule.AllowedOrigins)
  checkWildcards('AllowedHeader', rule.AllowedHeaders ?? [])
  const exposed = rule.ExposeHeaders?.find((name) => name.includes('*'))
  if (exposed !== undefined)
    throw errors.invalidRequest(
      `ExposeHeader "${exposed}" contains wildcard. We currently do not support wildcard for ExposeHeader.`,
    )
}

function checkWildcards(element: string, values: readonly string[]): void {
  const wild = values.find((value) => value.split('*').length > 2)
  if (wild !== undefined)
    throw errors.invalidRequest(`${element} "${wild}" can not have more than one wildcard.`)
}
