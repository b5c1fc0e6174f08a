import { describe, expect, test } from 'vitest'
import { createPolicyCache } from '#iam/policy/policyCache.ts'
import { allow, policyText } from './question.ts'

const text = (n: number) => policyText(allow(`s3:Get${n}`))

describe('the cache of compiled policies', () => {
  test('compiles a text once for each kind', () => {
    const cache = createPolicyCache(10)
    expect(cache.policy(text(1), 'identity')).toBe(cache.policy(text(1), 'identity'))
    expect(cache.policy(text(1), 'scp')).not.toBe(cache.policy(text(1), 'identity'))
  })

  test('does not let one kind vouch for another', () => {
    const cache = createPolicyCache(10)
    cache.policy(text(1), 'identity')
    expect(() => cache.policy(text(1), 'resource')).toThrow('Missing required field Principal')
  })

  test('keeps what is used and forgets what is not', () => {
    const cache = createPolicyCache(3)
    const used = cache.policy(text(0), 'identity')
    const unused = cache.policy(text(1), 'identity')
    for (let n = 2; n < 20; n++) {
      cache.policy(text(n), 'identity')
      expect(cache.policy(text(0), 'identity')).toBe(used)
    }
    expect(cache.policy(text(1), 'identity')).not.toBe(unused)
  })

  test('keeps nothing of a text that does not parse', () => {
    const cache = createPolicyCache(10)
    for (const _ of [1, 2]) expect(() => cache.policy('{', 'identity')).toThrow('Syntax errors')
  })
})
