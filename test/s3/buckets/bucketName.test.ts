import { describe, expect, test } from 'vitest'
import { creationProblem, syntaxProblem } from '#s3/buckets/bucketName.ts'

describe('bucket names', () => {
  test.each([
    'abc',
    'a-b',
    'my.bucket.2026',
    '1.2.3',
    '123',
    'a--b',
    'a.-b',
    'sthree',
    'x-s3',
    'plan-an',
    'a'.repeat(63),
  ])('%s may be created', (name) => {
    expect(creationProblem(name)).toBeUndefined()
  })

  test.each([
    ['ab', 'length'],
    ['', 'length'],
    ['a'.repeat(64), 'length'],
    ['Abc', 'characters'],
    ['a_b', 'characters'],
    ['a b', 'characters'],
    ['büc', 'characters'],
    ['a/b', 'characters'],
    ['abc\n', 'characters'],
    ['-abc', 'first-or-last'],
    ['abc-', 'first-or-last'],
    ['.abc', 'first-or-last'],
    ['abc.', 'first-or-last'],
    ['a..b', 'adjacent-dots'],
    ['192.168.5.4', 'ip-address'],
    ['999.999.999.999', 'ip-address'],
  ])('%s is no bucket name (%s)', (name, problem) => {
    expect(syntaxProblem(name)).toBe(problem)
    expect(creationProblem(name)).toBe(problem)
  })

  test.each([
    ['xn--bucket', 'reserved-prefix'],
    ['sthree-bucket', 'reserved-prefix'],
    ['sthree-configurator', 'reserved-prefix'],
    ['amzn-s3-demo-bucket', 'reserved-prefix'],
    ['point-s3alias', 'reserved-suffix'],
    ['lambda--ol-s3', 'reserved-suffix'],
    ['region.mrap', 'reserved-suffix'],
    ['express--usw2-az1--x-s3', 'reserved-suffix'],
    ['tables--table-s3', 'reserved-suffix'],
    ['logs-111122223333-eu-west-1-an', 'reserved-suffix'],
  ])('%s is well-formed but not to be had (%s)', (name, problem) => {
    expect(syntaxProblem(name)).toBeUndefined()
    expect(creationProblem(name)).toBe(problem)
  })
})
