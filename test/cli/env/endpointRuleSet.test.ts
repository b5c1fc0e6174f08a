import { describe, expect, test } from 'vitest'
import { endpointRuleSet } from '#cli/env/endpointRuleSet.ts'

type Value = string | { ref: string } | { fn: string; argv: Value[]; assign?: string }
interface Rule {
  type: 'tree' | 'endpoint'
  conditions: Extract<Value, { fn: string }>[]
  rules?: Rule[]
  endpoint?: { url: Exclude<Value, { fn: string }> }
}

type Params = Readonly<Record<string, string>>

/** The part of Smithy's rules engine that these rules need, by its specification: the first rule that fits decides. */
function resolve(rules: Rule[], params: Params): string | undefined {
  for (const rule of rules) {
    const known = conditions(rule, params)
    if (!known) continue
    const found = rule.endpoint ? url(rule.endpoint.url, known) : resolve(rule.rules!, known)
    if (found !== undefined) return found
  }
  return undefined
}

function conditions({ conditions: all }: Rule, params: Params): Params | undefined {
  let known = params
  for (const { fn, argv, assign } of all) {
    const { ref } = argv[0] as { ref: string }
    const value = known[ref]
    if (value === undefined) return undefined
    if (assign !== undefined && fn === 'uriEncode')
      known = { ...known, [assign]: encodeURIComponent(value) }
  }
  return known
}

const url = (value: string | { ref: string }, params: Params) =>
  typeof value === 'string'
    ? value.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!)
    : params[value.ref]

const ours = 'http://127.0.0.1:4574'
const theirs = 'http://127.0.0.1:1'

describe('the rules of one service', () => {
  test.each([
    ['sso-oidc', {}, ours],
    ['sso-oidc', { Region: 'eu-west-1' }, ours],
    ['sso-oidc', { Endpoint: theirs }, theirs],
    ['s3', {}, ours],
    ['s3', { Bucket: 'demo' }, `${ours}/demo`],
    ['s3', { Bucket: 'arn:aws:s3:x/y' }, `${ours}/arn%3Aaws%3As3%3Ax%2Fy`],
    ['s3', { Endpoint: theirs }, theirs],
    ['s3', { Endpoint: theirs, Bucket: 'demo' }, `${theirs}/demo`],
  ])('lead %s with %j to %s', (service, params, address) => {
    const { rules } = endpointRuleSet(ours, service) as { rules: Rule[] }
    expect(resolve(rules, params)).toBe(address)
  })
})
