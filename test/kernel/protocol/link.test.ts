/** The table, linked: names resolved, places sorted, mistakes of the table found at start. */
import { describe, expect, test } from 'vitest'
import { linkApi } from '#kernel/protocol/link.ts'
import { apis, s3, ssoOidc, sts } from './fixture/apis.ts'
import { apiOf, everyKind, plainTraits } from './fixture/models.ts'
import { operationOf } from './fixture/wire.ts'

describe('linkApi', () => {
  test('every operation of a table is there, under its own name', () => {
    for (const { model, operations } of apis) {
      expect([...operations.keys()]).toEqual(Object.keys(model.operations))
      expect(Object.keys(model.known)).toEqual(expect.arrayContaining([...operations.keys()]))
    }
  })

  test('members know where they travel', () => {
    const { input, output } = operationOf(s3, 'PutObject')
    expect(input.payload?.name).toBe('Body')
    expect(input.body).toEqual([])
    expect(input.prefixes.map(({ name }) => name)).toEqual(['Metadata'])
    expect(operationOf(s3, 'PutObject').labels.map(({ name }) => name)).toEqual(['Bucket', 'Key'])
    expect(output.headers.map(({ bound }) => bound)).toContain('ETag')
  })

  test('dates are written as their place asks', () => {
    const formatOf = (name: string, member: string) =>
      operationOf(s3, name).output.members.find((it) => it.name === member)?.format
    expect(formatOf('GetObject', 'LastModified')).toBe('rfc822')
    expect(formatOf('GetObject', 'ObjectLockRetainUntilDate')).toBe('iso8601')
  })

  test('secrets are known as such', () => {
    const secret = operationOf(ssoOidc, 'CreateToken').input.members.filter((it) => it.sensitive)
    expect(secret.map(({ name }) => name)).toContain('clientSecret')
  })

  test('errors are found by their code on the wire, not by their shape’s name', () => {
    expect(sts.errors.has('MalformedPolicyDocument')).toBe(true)
    expect(sts.errors.has('MalformedPolicyDocumentException')).toBe(false)
    expect(operationOf(sts, 'AssumeRole').errors).toContain('PackedPolicyTooLarge')
    expect(operationOf(s3, 'CreateBucket').errors).toContain('BucketAlreadyOwnedByYou')
  })

  test('a shape that holds itself is one object', () => {
    const { input } = operationOf(apiOf('json', { ...everyKind, In: everyKind['Node']! }), 'Do')
    const child = input.members.find(({ name }) => name === 'Child')?.shape
    const inner =
      child?.type === 'structure' ? child.members.find(({ name }) => name === 'Child') : undefined
    expect(inner?.shape).toBe(child)
  })

  test('an operation that takes and gives nothing has structures without members', () => {
    const { input, output } = operationOf(apiOf('json', {}), 'Do')
    expect([input.members, output.members]).toEqual([[], []])
  })

  test.each([
    [
      'a shape that is not there',
      { In: { type: 'structure', members: { A: 'Missing' } } },
      /Missing is not in the table/,
    ],
    ['an input that is no structure', { In: { type: 'list', of: 'string' } }, /In is no structure/],
  ] as const)('finds %s', (_title, shapes, text) => {
    expect(() => apiOf('json', shapes)).toThrow(text)
  })

  test('finds a path label without member', () => {
    const model = {
      ...s3.model,
      shapes: {
        ...s3.model.shapes,
        HeadBucketRequest: { type: 'structure', members: {} } as const,
      },
    }
    expect(() => linkApi(model, plainTraits)).toThrow(
      /HeadBucketRequest has no member for {Bucket}/,
    )
  })
})
