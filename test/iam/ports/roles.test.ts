import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HopError } from '#kernel/hops/hopError.ts'
import { accountTrust, adminOf, allow, operate } from '../operate.ts'
import { ACCOUNT, OTHER, startWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const roles = () => world.ports('sts').roles
const code = async (asking: Promise<unknown>) => {
  const error = await asking.catch((failure) => failure)
  return error instanceof HopError ? error.refusal?.code : 'nothing was refused'
}

describe('roleToAssume', () => {
  test('tells STS what a session of the role needs', async () => {
    const { Role } = await operate(world, 'CreateRole', {
      RoleName: 'Reader',
      Path: '/teams/',
      AssumeRolePolicyDocument: accountTrust,
      MaxSessionDuration: 7200,
      Tags: [{ Key: 'team', Value: 'blue' }],
    })
    const { statement } = await roles().roleToAssume({ roleArn: Role.Arn })
    expect(statement.body).toEqual({
      arn: Role.Arn,
      roleId: Role.RoleId,
      name: 'Reader',
      path: '/teams/',
      accountId: ACCOUNT,
      maxSessionDuration: 7200,
      tags: { team: 'blue' },
    })
  })

  test.each([
    `arn:aws:iam::${ACCOUNT}:role/None`,
    `arn:aws:iam::${ACCOUNT}:role/AWSServiceRoleForSSO`,
    `arn:aws:iam::${ACCOUNT}:user/admin`,
    'arn:aws:iam::999999999999:role/None',
    'nonsense',
  ])('knows no role %s', async (roleArn) => {
    expect(await code(roles().roleToAssume({ roleArn }))).toBe('NoSuchEntity')
  })
})

describe('samlProvider', () => {
  test.each([`arn:aws:iam::${ACCOUNT}:saml-provider/none`, 'nonsense'])(
    'knows no provider %s',
    async (arn) => {
      expect(await code(roles().samlProvider({ arn }))).toBe('NoSuchEntity')
    },
  )
})

describe('sessionPolicies', () => {
  const check = (policyArns: string[], policy?: string) =>
    roles().sessionPolicies({ accountId: ACCOUNT, policyArns, policy })

  test("takes AWS's policies and the account's own", async () => {
    const made = { PolicyName: 'p', PolicyDocument: allow('s3:*') }
    const { Policy } = await operate(world, 'CreatePolicy', made)
    await check(['arn:aws:iam::aws:policy/ReadOnlyAccess', Policy?.Arn ?? ''], allow('s3:*'))
  })

  test('refuses what is malformed, not there, or of another account', async () => {
    const made = { PolicyName: 'p', PolicyDocument: allow('s3:*') }
    const { Policy } = await operate(world, 'CreatePolicy', made, adminOf(OTHER))
    expect(await code(check([], '{'))).toBe('MalformedPolicyDocument')
    expect(await code(check([], accountTrust))).toBe('MalformedPolicyDocument')
    expect(await code(check([Policy?.Arn ?? '']))).toBe('MalformedPolicyDocument')
    expect(await code(check(['arn:aws:iam::aws:policy/None']))).toBe('MalformedPolicyDocument')
    expect(await code(check(['nonsense']))).toBe('ValidationError')
  })
})
