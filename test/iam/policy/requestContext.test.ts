import { describe, expect, test } from 'vitest'
import { requestContext } from '#iam/policy/requestContext.ts'

describe('the condition keys of a request', () => {
  test('are found whatever the case of their names, and told as they came', () => {
    const { get, known } = requestContext(() => [['aws:PrincipalArn', ['arn:1']]])
    expect(get('aws:principalarn')).toEqual(['arn:1'])
    expect(known()).toEqual({ 'aws:PrincipalArn': ['arn:1'] })
  })

  test('are one key where their names differ in case alone: the last that came', () => {
    const { get, known } = requestContext(() => [
      ['aws:RequestTag/Team', ['red']],
      ['aws:RequestTag/team', ['blue']],
    ])
    expect(get('aws:requesttag/team')).toEqual(['blue'])
    expect(known()).toEqual({ 'aws:RequestTag/team': ['blue'] })
  })

  test('without a value are absent', () => {
    const { get, known } = requestContext(() => [['s3:prefix', []]])
    expect(get('s3:prefix')).toBeUndefined()
    expect(known()).toEqual({})
  })

  test.each(['a', 'A'.repeat(129), 'Ä'.repeat(5000)])('may be of any length (%#)', (name) => {
    for (const _ of [1, 2]) {
      expect(requestContext(() => [[name, ['v']]]).get(name.toLowerCase())).toEqual(['v'])
    }
  })

  test('stay right when more names come than are remembered', () => {
    for (let i = 0; i < 5000; i++) {
      expect(requestContext(() => [[`Key${i}`, ['v']]]).get(`key${i}`)).toEqual(['v'])
    }
  })

  test.each(['__proto__', 'constructor', 'toString'])(
    'may be named %s, and change no object',
    (name) => {
      const { get, known } = requestContext(() => [[name, ['v']]])
      expect(get(name.toLowerCase())).toEqual(['v'])
      expect(Object.entries(known())).toEqual([[name, ['v']]])
      expect(Object.getPrototypeOf(known())).toBe(Object.prototype)
    },
  )
})
