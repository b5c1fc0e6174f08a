// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import { Value } from '@sinclair/typebox/value'
import { describe, expect, test } from 'vitest'
import { evaluate } from '#iam/policy/evaluate.ts'
import { createPolicyCache } from '#iam/policy/policyCache.ts'
import { Decision } from '#kernel/hops/decision.ts'
import {
  allow,
  allowAll,
  allowOther,
  ana,
  ask,
  deny,
  denyAll,
  layerOf,
  policy,
  question,
  root,
} from './question.ts'

describe('a request within one account', () => {
  test('is denied where nobody allows it', () => {
    expect(ask()).toMatchObject({
      decision: 'Deny',
      decidedBy: { layer: 'identity', explicit: false },
    })
  })

  test('is allowed by an identity-based policy', () => {
    expect(ask({ identityPolicies: [allowOther, allowAll] })).toMatchObject({
      decision: 'Allow',
      decidedBy: { layer: 'identity', explicit: true, policy: 'AllowAll', statement: 0 },
    })
  })

  test('is denied by an explicit deny whatever allows it', () => {
    expect(ask({ identityPolicies: [allowAll, denyAll] })).toMatchObject({
      decision: 'Deny',
      decidedBy: { layer: 'identity', explicit: true, policy: 'DenyAll', statement: 0 },
    })
  })

  test('of the root user needs no policy', () => {
    const decision = ask({ caller: root })
    expect(decision.decision).toBe('Allow')
    expect(decision).not.toHaveProperty('decidedBy')
    expect(decision).not.toHaveProperty('message')
  })
})

describe('the explanation', () => {
  test('holds every layer, also after a deny', () => {
    const decision = ask({
      identityPolicies: [denyAll, allowAll],
      boundary: allowOther,
      sessionPolicies: [allowAll],
    })
    expect(decision.layers.map(({ layer, verdict }) => [layer, verdict])).toEqual([
      ['scp', 'notApplicable'],
      ['rcp', 'notApplicable'],
      ['resource', 'notApplicable'],
      ['boundary', 'implicitDeny'],
      ['session', 'allow'],
      ['identity', 'explicitDeny'],
    ])
  })

  test('says of every element of every statement whether it matched, and what was compared', () => {
    const decision = ask({
      identityPolicies: [
        policy(
          'Mixed',
          { ...allow('s3:Get*', 'arn:aws:s3:::docs/${aws:username}/*'), Sid: 'Home' },
          {
            ...deny(['ec2:*', 's3:Put*']),
            Condition: { StringEquals: { 'aws:PrincipalTag/Team': ['red', 'blue'] } },
          },
        ),
      ],
    })
    expect(layerOf(decision, 'identity').policies).toEqual([
      {
        name: 'Mixed',
        statements: [
          {
            index: 0,
            sid: 'Home',
            effect: 'Allow',
            matched: false,
            because: [
              {
                element: 'action',
                matched: true,
                key: 'actionMatches',
                wanted: ['s3:Get*'],
                got: ['s3:GetObject'],
              },
              {
                element: 'resource',
                matched: false,
                key: 'noResourceMatches',
                wanted: ['arn:aws:s3:::docs/ana/*'],
                written: ['arn:aws:s3:::docs/${aws:username}/*'],
                got: ['arn:aws:s3:::docs/a.txt'],
              },
            ],
          },
          {
            index: 1,
            effect: 'Deny',
            matched: false,
            because: [
              {
                element: 'action',
                matched: false,
                key: 'noActionMatches',
                wanted: ['ec2:*', 's3:Put*'],
                got: ['s3:GetObject'],
              },
              {
                element: 'resource',
                matched: true,
                key: 'resourceMatches',
                wanted: ['*'],
                got: ['arn:aws:s3:::docs/a.txt'],
              },
              {
                element: 'condition',
                matched: true,
                key: 'conditionHolds',
                operator: 'StringEquals',
                contextKey: 'aws:PrincipalTag/Team',
                wanted: ['red', 'blue'],
                got: ['blue'],
              },
            ],
          },
        ],
      },
    ])
  })

  test('quotes the first few of a long list only', () => {
    const actions = Array.from({ length: 400 }, (_, n) => `s3:Put${n}`)
    const decision = ask({ identityPolicies: [policy('Long', allow(actions))] })
    const [action] = layerOf(decision, 'identity').policies[0]?.statements[0]?.because ?? []
    expect(action?.wanted).toHaveLength(26)
    expect(action?.wanted?.at(-1)).toBe('… 375 more')
  })

  test('is the plain data that IAM signs and others check', () => {
    const decision = ask({
      identityPolicies: [allowAll],
      boundary: denyAll,
      context: { 'aws:SourceIp': ['203.0.113.7'] },
    })
    expect(Value.Errors(Decision, decision).First()).toBeUndefined()
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
  })

  test('lists every condition key that was known', () => {
    const { context } = ask({ context: { 'aws:SourceIp': ['203.0.113.7'] } })
    expect(context).toMatchObject({ 'aws:SourceIp': ['203.0.113.7'], 'aws:username': ['ana'] })
  })
})

test('is pure: the same question has the same answer, and the question is left as it was', () => {
  const input = question({ identityPolicies: [allowAll], context: { 'aws:TagKeys': ['a', 'b'] } })
  const before = structuredClone(input)
  const first = evaluate(input, createPolicyCache(10))
  expect(evaluate(input, createPolicyCache(10))).toEqual(first)
  expect(input).toEqual(before)
})

test('a policy that does not parse lets nobody through', () => {
  const broken = { name: 'Broken', document: '{"Version":"2012-10-17"' }
  expect(() => ask({ caller: ana, identityPolicies: [allowAll, broken] })).toThrow(
    'Syntax errors in policy.',
  )
})
