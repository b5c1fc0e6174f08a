/** Users and roles hold policies in the same way: one table, two kinds. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { IamOperations } from '#iam/model/shapes.ts'
import { accountTrust, adminOf, allow, decoded, operate, refusal } from '../operate.ts'
import { ACCOUNT, OTHER, startWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const AWS = 'arn:aws:iam::aws:policy'
const readOnly = `${AWS}/ReadOnlyAccess`

interface Kind {
  readonly kind: 'User' | 'Role'
  readonly inlineLimit: number
}

describe.each<Kind>([
  { kind: 'User', inlineLimit: 2048 },
  { kind: 'Role', inlineLimit: 10_240 },
])('a $kind', ({ kind, inlineLimit }) => {
  const holder = { [`${kind}Name`]: 'Ana' }
  /** `Put%Policy` of this kind. */
  const run = (name: string, input: object = {}) =>
    operate(world, name.replace('%', kind) as keyof IamOperations, { ...holder, ...input } as never)
  const noEntity = `NoSuchEntity: The ${kind.toLowerCase()} policy with name p cannot be found.`

  const managed = async (PolicyName: string, more = {}) =>
    (await operate(world, 'CreatePolicy', { PolicyName, PolicyDocument: allow('s3:*'), ...more }))
      .Policy?.Arn ?? ''

  beforeEach(async () => {
    await run('Create%', kind === 'Role' ? { AssumeRolePolicyDocument: accountTrust } : {})
  })

  describe('with inline policies', () => {
    const put = (PolicyName: string, PolicyDocument: string) =>
      run('Put%Policy', { PolicyName, PolicyDocument })

    test('shows what was written, URL-encoded by RFC 3986', async () => {
      const document = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringLike":{"aws:username":"a'(b)! ~c"}}}}`
      await put('p', document)
      const answer = await run('Get%Policy', { PolicyName: 'p' })
      const { PolicyDocument } = answer as { PolicyDocument: string }
      expect(answer).toMatchObject({ ...holder, PolicyName: 'p' })
      expect(PolicyDocument).toMatch(/^[A-Za-z0-9._~%-]+$/)
      expect(PolicyDocument).toContain('a%27%28b%29%21%20~c')
      expect(decodeURIComponent(PolicyDocument)).toBe(document)
    })

    test('writes one of the same name over the other', async () => {
      await put('p', allow('s3:*'))
      await put('p', allow('ec2:*'))
      const { PolicyDocument } = (await run('Get%Policy', { PolicyName: 'p' })) as {
        PolicyDocument: string
      }
      expect(decoded(PolicyDocument)).toMatchObject({ Statement: [{ Action: 'ec2:*' }] })
      expect(await run('List%Policies')).toMatchObject({ PolicyNames: ['p'], IsTruncated: false })
    })

    test('lists their names in pages', async () => {
      for (const name of ['c', 'a', 'b']) await put(name, allow('s3:*'))
      const first = (await run('List%Policies', { MaxItems: 2 })) as { Marker: string }
      expect(first).toMatchObject({ PolicyNames: ['a', 'b'], IsTruncated: true })
      expect(await run('List%Policies', { Marker: first.Marker })).toMatchObject({
        PolicyNames: ['c'],
        IsTruncated: false,
      })
    })

    test('refuses one that is not there', async () => {
      expect(await refusal(run('Get%Policy', { PolicyName: 'p' }))).toBe(noEntity)
      expect(await refusal(run('Delete%Policy', { PolicyName: 'p' }))).toBe(noEntity)
    })

    test('takes one out', async () => {
      await put('p', allow('s3:*'))
      await run('Delete%Policy', { PolicyName: 'p' })
      expect(await refusal(run('Get%Policy', { PolicyName: 'p' }))).toBe(noEntity)
    })

    test(`holds ${inlineLimit} characters of all together, white space not counted`, async () => {
      const sized = (length: number) => {
        const empty = allow('s3:GetObject', '').length
        return allow('s3:GetObject', `arn:aws:s3:::${'x'.repeat(length - empty - 13)}`)
      }
      const half = inlineLimit / 2
      await put('a', sized(half))
      await put('b', JSON.stringify(JSON.parse(sized(half)), null, 10))
      expect(await refusal(put('c', allow('s3:*')))).toBe(
        `LimitExceeded: Maximum policy size of ${inlineLimit} bytes exceeded for ${kind.toLowerCase()} Ana`,
      )
      await put('b', allow('s3:*'))
    })

    test.each([
      ['{', 'Syntax errors in policy.'],
      [allow('s3'), 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'],
      [allow('s3:*', 'bucket'), 'Resource bucket must be in ARN format or "*".'],
      [accountTrust, 'Policy document should not specify a principal.'],
      [
        '{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}',
        'Policy document must be version 2012-10-17 or greater.',
      ],
    ])('refuses %j', async (document, words) => {
      expect(await refusal(put('p', document))).toBe(`MalformedPolicyDocument: ${words}`)
    })
  })

  describe('with managed policies', () => {
    const attach = (PolicyArn: string) => run('Attach%Policy', { PolicyArn })
    const detach = (PolicyArn: string) => run('Detach%Policy', { PolicyArn })

    test('has them once, however often attached', async () => {
      const own = await managed('Own', { Path: '/team/' })
      await attach(own)
      await attach(readOnly)
      await attach(readOnly)
      expect(await run('ListAttached%Policies')).toEqual({
        AttachedPolicies: [
          { PolicyName: 'Own', PolicyArn: own },
          { PolicyName: 'ReadOnlyAccess', PolicyArn: readOnly },
        ],
        IsTruncated: false,
      })
      expect(await run('ListAttached%Policies', { PathPrefix: '/team/' })).toMatchObject({
        AttachedPolicies: [{ PolicyName: 'Own' }],
      })
    })

    test('is counted at the policy', async () => {
      const PolicyArn = await managed('Own')
      await attach(PolicyArn)
      const { Policy } = await operate(world, 'GetPolicy', { PolicyArn })
      expect(Policy).toMatchObject({ AttachmentCount: 1, PermissionsBoundaryUsageCount: 0 })
    })

    test('refuses an eleventh', async () => {
      for (let i = 0; i < 10; i++) await attach(await managed(`P${i}`))
      expect(await refusal(attach(readOnly))).toBe(
        `LimitExceeded: Cannot exceed quota for PoliciesPer${kind}: 10`,
      )
      await attach(`arn:aws:iam::${ACCOUNT}:policy/P3`)
    })

    test.each([
      [
        `${AWS}/NoSuchPolicy`,
        /^NoSuchEntity: Policy .*NoSuchPolicy does not exist or is not attachable\.$/,
      ],
      [
        `arn:aws:iam::${ACCOUNT}:policy/none`,
        /^NoSuchEntity: Policy .* does not exist or is not attachable\.$/,
      ],
      [`arn:aws:iam::${ACCOUNT}:role/something`, /^InvalidInput: ARN .* is not valid\.$/],
      ['twenty characters at least', /^InvalidInput: ARN .* is not valid\.$/],
      [
        `${AWS}/aws-service-role/AWSSSOServiceRolePolicy`,
        /^PolicyNotAttachable: Cannot attach a Service Role Policy to a Customer Role\.$/,
      ],
    ])('refuses to attach %s', async (arn, words) => {
      expect(await refusal(attach(arn))).toMatch(words)
    })

    test("refuses another account's policy", async () => {
      const input = { PolicyName: 'Theirs', PolicyDocument: allow('s3:*') }
      const { Policy } = await operate(world, 'CreatePolicy', input, adminOf(OTHER))
      expect(await refusal(attach(Policy?.Arn ?? ''))).toMatch(/^NoSuchEntity/)
    })

    test('loses one that is detached, and refuses to detach what it has not', async () => {
      await attach(readOnly)
      await detach(readOnly)
      expect(await refusal(detach(readOnly))).toBe(
        `NoSuchEntity: Policy ${readOnly} was not found.`,
      )
    })
  })

  describe('with a permissions boundary', () => {
    const put = (PermissionsBoundary: string) =>
      run('Put%PermissionsBoundary', { PermissionsBoundary })
    const shown = async () => {
      const answer = (await run('Get%')) as Record<string, { PermissionsBoundary?: unknown }>
      return answer[kind]?.PermissionsBoundary
    }

    test('shows it, and not once it is taken off', async () => {
      await put(readOnly)
      expect(await shown()).toEqual({
        PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
        PermissionsBoundaryArn: readOnly,
      })
      await run('Delete%PermissionsBoundary')
      expect(await shown()).toBeUndefined()
    })

    test('is counted at the policy, which cannot go meanwhile', async () => {
      const PolicyArn = await managed('Own')
      await put(PolicyArn)
      const { Policy } = await operate(world, 'GetPolicy', { PolicyArn })
      expect(Policy).toMatchObject({ AttachmentCount: 0, PermissionsBoundaryUsageCount: 1 })
      expect(await refusal(operate(world, 'DeletePolicy', { PolicyArn }))).toBe(
        'DeleteConflict: Cannot delete a policy attached to entities.',
      )
      await run('Delete%PermissionsBoundary')
      await operate(world, 'DeletePolicy', { PolicyArn })
    })

    test('must be a managed policy that exists', async () => {
      const none = `arn:aws:iam::${ACCOUNT}:policy/none`
      expect(await refusal(put(none))).toBe(
        `NoSuchEntity: Scope ARN: ${none} does not exist or is not attachable.`,
      )
      expect(await refusal(put(`arn:aws:iam::${ACCOUNT}:user/admin`))).toMatch(/^InvalidInput/)
    })
  })

  test('that is not there has nothing', async () => {
    const lost = { [`${kind}Name`]: 'nobody' }
    const words = `NoSuchEntity: The ${kind.toLowerCase()} with name nobody cannot be found.`
    for (const [name, input] of [
      ['Put%Policy', { PolicyName: 'p', PolicyDocument: allow('s3:*') }],
      ['Get%Policy', { PolicyName: 'p' }],
      ['Delete%Policy', { PolicyName: 'p' }],
      ['List%Policies', {}],
      ['Attach%Policy', { PolicyArn: readOnly }],
      ['Detach%Policy', { PolicyArn: readOnly }],
      ['ListAttached%Policies', {}],
      ['Put%PermissionsBoundary', { PermissionsBoundary: readOnly }],
      ['Delete%PermissionsBoundary', {}],
    ] as const)
      expect(await refusal(run(name, { ...input, ...lost }))).toBe(words)
  })
})
