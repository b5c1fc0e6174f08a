import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type } from '@sinclair/typebox'
import { describe, expect, test } from 'vitest'
import { unsignedBound } from '#kernel/hops/bound.ts'
import { deepFreeze } from '#kernel/hops/deepFreeze.ts'
import { Dictionary } from '#kernel/hops/dictionary.ts'
import { fits } from '#kernel/hops/fits.ts'
import { recordedAsk } from '#kernel/hops/hopRecord.ts'
import { authorization, credentials, guardrails, roles } from '#kernel/hops/ports.ts'
import { statementExpiry } from '#kernel/hops/statement.ts'

test('statements are made in three places and nowhere else', () => {
  const makers = sources().filter((file) =>
    /import[^;]*\bmint\b[^;]*statement\.ts/.test(readFileSync(file, 'utf8')),
  )
  expect(makers.sort()).toEqual([
    'kernel/hops/believe.ts',
    'kernel/hops/localCarrier.ts',
    'kernel/hops/mintCaller.ts',
  ])
})

const aside = new Set(['node_modules', 'dist', 'test'])

/** All of the repository's TypeScript but its tests. */
const sources = (): string[] =>
  readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !aside.has(entry.name))
    .flatMap(({ name }) =>
      readdirSync(name, { recursive: true, encoding: 'utf8' }).map((file) => join(name, file)),
    )
    .filter((file) => file.endsWith('.ts'))

test('a statement never lives longer than sixty seconds', () => {
  for (const now of [0, 999, 1000, 1_795_000_000_999])
    expect(statementExpiry(now) * 1000 - now).toBeLessThanOrEqual(60_000)
})

test('freezing goes all the way down, past what is frozen already, and leaves bytes alone', () => {
  const value = { a: [{ b: { c: 1 } }], bytes: Buffer.from('x'), frozen: Object.freeze({ in: {} }) }
  deepFreeze(value)
  expect(Object.isFrozen(value.a[0]?.b)).toBe(true)
  expect(Object.isFrozen(value.frozen.in)).toBe(true)
  expect(() => value.bytes.fill(0)).not.toThrow()
})

describe('a dictionary', () => {
  const schema = Dictionary(Type.String())
  test.each([
    { a: 'x' },
    {},
    { '': '' },
    JSON.parse('{"__proto__":"x"}'),
    { 'a\nb': 'x', '\u2028': '' },
  ])('takes %j', (value) => expect(fits(schema, value)).toBe(true))
  test.each([
    { a: 1 },
    [],
    null,
    'x',
    JSON.parse('{"__proto__":{}}'),
    { 'a\nb': 1 },
    { '\u2028': 1 },
  ])('does not take %j', (value) => expect(fits(schema, value)).toBe(false))
})

describe('every port', () => {
  const ports = [credentials, authorization, roles, guardrails]

  test('has its owner and only methods whose loss does no harm', () => {
    const facts = ports.flatMap(({ name, owner, methods }) =>
      Object.entries(methods).map(([method, { repeatable }]) => [
        owner,
        `${name}.${method}`,
        repeatable,
      ]),
    )
    expect(facts).toEqual([
      ['iam', 'credentials.resolveCaller', true],
      ['iam', 'authorization.authorize', true],
      ['iam', 'roles.roleToAssume', true],
      ['iam', 'roles.sessionPolicies', true],
      ['iam', 'roles.samlProvider', true],
      ['organizations', 'guardrails.guardrailsFor', true],
    ])
  })

  test('asks about at least one check, each decided in its place', () => {
    const { ask, agrees } = authorization.methods.authorize
    const check = { action: 's3:GetObject', resource: 'a' }
    const given = { caller: { type: 'Anonymous' as const }, context: {}, checks: [check] }
    expect(fits(ask, given)).toBe(true)
    expect(fits(ask, { ...given, checks: [] })).toBe(false)
    expect(fits(ask, { ...given, checks: Array(2049).fill(check) })).toBe(false)
    const decision = {
      ...check,
      decision: 'Allow' as const,
      principal: '*',
      layers: [],
      context: {},
    }
    expect(agrees(given, { decisions: [decision] })).toBe(true)
    expect(agrees(given, { decisions: [] })).toBe(false)
    expect(agrees(given, { decisions: [decision, decision] })).toBe(false)
    expect(agrees(given, { decisions: [{ ...decision, resource: 'b' }] })).toBe(false)
    expect(agrees(given, { decisions: [{ ...decision, action: 's3:PutObject' }] })).toBe(false)
  })
})

test('a recorded ask shows which token it was, not the token', () => {
  const spec = credentials.methods.resolveCaller
  const recorded = recordedAsk({ accessKeyId: 'ASIA', sessionToken: 'secret' }, spec)
  expect(recorded).toEqual({
    accessKeyId: 'ASIA',
    sessionToken: expect.stringMatching(/^sha256:[0-9a-f]{16}$/),
  })
  expect(recordedAsk({ accessKeyId: 'AKIA' }, spec)).toEqual({ accessKeyId: 'AKIA' })
  expect(recordedAsk(null, spec)).toBeNull()
})

test('a request that nobody signed is bound by its id, its method and its target', () => {
  const request = { requestId: 'r-1', method: 'GET', url: '/b/k?x=1' }
  const all = [
    request,
    { ...request, requestId: 'r-2' },
    { ...request, method: 'PUT' },
    { ...request, url: '/b/k?x=2' },
  ].map(unsignedBound)
  expect(new Set(all).size).toBe(4)
  expect(all[0]).toMatch(/^[0-9a-f]{64}$/)
})
