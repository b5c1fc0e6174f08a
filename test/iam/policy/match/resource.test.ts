// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import { describe, expect, test } from 'vitest'
import { compileResources, matchResource } from '#iam/policy/match/resource.ts'
import { requestContext } from '#iam/policy/requestContext.ts'

const context = requestContext(() => [
  ['aws:username', ['ana']],
  ['test:star', ['*']],
  ['test:many', ['a', 'b']],
])

const matched = (patterns: readonly string[], resource: string, negated = false) =>
  matchResource(compileResources(patterns, negated, '2012-10-17'), resource, context).matched

describe('Resource', () => {
  test.each([
    ['*', 'arn:aws:s3:::docs', true],
    ['*', '*', true],
    ['arn:aws:s3:::docs', 'arn:aws:s3:::docs', true],
    ['arn:aws:s3:::docs', 'arn:aws:s3:::Docs', false],
    ['arn:aws:s3:::docs', '*', false],
    ['arn:aws:s3:::docs/*', 'arn:aws:s3:::docs/a/b:c', true],
    ['arn:aws:s3:::*/x', 'arn:aws:s3:::docs/a/x', true],
    ['arn:aws:s3:::do?s', 'arn:aws:s3:::docs', true],
    ['arn:aws:iam::*:role/x', 'arn:aws:iam::111122223333:role/x', true],
    ['arn:aws:logs:*', 'arn:aws:logs:us-east-1:1:log-group:x', true],
    ['arn:aws:s3:::docs/${aws:username}/*', 'arn:aws:s3:::docs/ana/x', true],
    ['arn:aws:s3:::docs/${aws:username}/*', 'arn:aws:s3:::docs/eva/x', false],
    ['arn:aws:s3:::docs/${test:star}', 'arn:aws:s3:::docs/x', false],
    ['arn:aws:s3:::docs/${test:star}', 'arn:aws:s3:::docs/*', true],
    ['arn:aws:s3:::docs/${test:absent}', 'arn:aws:s3:::docs/', false],
    ["arn:aws:s3:::docs/${test:absent, 'shared'}", 'arn:aws:s3:::docs/shared', true],
    ['arn:aws:s3:::docs/${test:many}', 'arn:aws:s3:::docs/a', false],
  ])('%s covers %s: %j', (pattern, resource, expected) => {
    expect(matched([pattern], resource)).toBe(expected)
    expect(matched([pattern], resource, true)).toBe(!expected)
  })

  test.each([
    ['1///test///object.jpg', true],
    ['/test/object.jpg', true],
    ['1/test/', true],
    ['1-test/object.jpg', false],
    ['test/object.jpg', false],
    ['1/2/test.jpg', false],
  ])('docs/*/test/* covers docs/%s: %j', (key, expected) => {
    expect(matched(['arn:aws:s3:::docs/*/test/*'], `arn:aws:s3:::docs/${key}`)).toBe(expected)
  })

  test('quotes the pattern that matched with its variables resolved', () => {
    const element = compileResources(
      ['arn:aws:s3:::a', 'arn:aws:s3:::docs/${aws:username}/*'],
      false,
      '2012-10-17',
    )
    expect(matchResource(element, 'arn:aws:s3:::docs/ana/x', context)).toMatchObject({
      key: 'resourceMatches',
      wanted: ['arn:aws:s3:::docs/ana/*'],
    })
    expect(matchResource(element, 'arn:aws:s3:::b', context)).toMatchObject({
      key: 'noResourceMatches',
      wanted: ['arn:aws:s3:::a', 'arn:aws:s3:::docs/ana/*'],
    })
  })
})

describe('NotResource', () => {
  test('says what excluded the resource, or that nothing did', () => {
    const element = compileResources(['arn:aws:s3:::docs/*'], true, '2012-10-17')
    expect(matchResource(element, 'arn:aws:s3:::docs/x', context).key).toBe('resourceExcluded')
    expect(matchResource(element, 'arn:aws:s3:::docs', context).key).toBe('resourceNotExcluded')
  })
})
