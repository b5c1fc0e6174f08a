import { describe, expect, test } from 'vitest'
import type { EvaluationInput } from '#iam/policy/evaluationInput.ts'
import { anonymous, type Caller } from '#kernel/hops/caller.ts'
import {
  ACCOUNT,
  ana,
  ask,
  cloudtrail,
  federated,
  NOW,
  OTHER_ACCOUNT,
  reader,
  root,
  session,
} from './question.ts'

const contextOf = (changes: Partial<EvaluationInput>) => ask(changes).context

const PRINCIPAL_KEYS = [
  'aws:PrincipalType',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:userid',
  'aws:username',
  'aws:PrincipalIsAWSService',
  'aws:PrincipalServiceName',
  'aws:TokenIssueTime',
  'aws:MultiFactorAuthPresent',
]

function principalKeys(caller: Caller): Record<string, string | undefined> {
  const context = contextOf({ caller })
  const known = PRINCIPAL_KEYS.filter((key) => key in context)
  return Object.fromEntries(known.map((key) => [key, context[key]?.join()]))
}

const issued = '2026-11-24T14:20:00Z'

describe('the keys of a principal', () => {
  test('of a user with long-term keys: nothing about MFA or tokens', () => {
    expect(principalKeys(ana)).toEqual({
      'aws:PrincipalType': 'User',
      'aws:PrincipalAccount': ACCOUNT,
      'aws:PrincipalArn': ana.arn,
      'aws:userid': ana.userId,
      'aws:username': 'ana',
      'aws:PrincipalIsAWSService': 'false',
    })
  })

  test('of a user with temporary credentials', () => {
    const { roleArn, roleId, ...own } = session
    expect(principalKeys({ ...ana, session: own })).toMatchObject({
      'aws:PrincipalArn': ana.arn,
      'aws:username': 'ana',
      'aws:TokenIssueTime': issued,
      'aws:MultiFactorAuthPresent': 'false',
    })
  })

  test('of a role session: the role with its path, no user name', () => {
    expect(principalKeys({ ...reader, userName: 'Reader' })).toEqual({
      'aws:PrincipalType': 'AssumedRole',
      'aws:PrincipalAccount': ACCOUNT,
      'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/teams/Reader`,
      'aws:userid': 'AROAREADERREADERREADE:ana',
      'aws:PrincipalIsAWSService': 'false',
      'aws:TokenIssueTime': issued,
      'aws:MultiFactorAuthPresent': 'false',
    })
  })

  test('of the root user', () => {
    expect(principalKeys(root)).toEqual({
      'aws:PrincipalType': 'Account',
      'aws:PrincipalAccount': ACCOUNT,
      'aws:PrincipalArn': root.arn,
      'aws:userid': ACCOUNT,
      'aws:PrincipalIsAWSService': 'false',
    })
  })

  test('of a federated user', () => {
    expect(principalKeys(federated)).toMatchObject({
      'aws:PrincipalType': 'FederatedUser',
      'aws:PrincipalArn': federated.arn,
      'aws:userid': `${ACCOUNT}:bob`,
    })
    expect(principalKeys(federated)).not.toHaveProperty('aws:username')
  })

  test('of an AWS service', () => {
    expect(principalKeys(cloudtrail)).toEqual({
      'aws:PrincipalIsAWSService': 'true',
      'aws:PrincipalServiceName': 'cloudtrail.amazonaws.com',
    })
    expect(contextOf({ caller: cloudtrail })['aws:PrincipalServiceNamesList']).toEqual([
      'cloudtrail.amazonaws.com',
    ])
  })

  test('of the anonymous', () => {
    expect(principalKeys(anonymous)).toEqual({
      'aws:PrincipalType': 'Anonymous',
      'aws:PrincipalAccount': 'anonymous',
      'aws:userid': 'anonymous',
    })
  })

  test('of who comes with an assertion: the provider and what it says, no credentials yet', () => {
    const caller: Caller = {
      type: 'SAMLUser',
      accountId: '',
      arn: 'arn:aws:iam::111122223333:saml-provider/corp',
      userId: 'x:ana',
      tags: {},
      session: {
        ...session,
        federatedProvider: 'arn:aws:iam::111122223333:saml-provider/corp',
        context: { 'SAML:aud': ['https://signin.aws.amazon.com/saml'] },
      },
    }
    expect(principalKeys(caller)).toEqual({ 'aws:PrincipalIsAWSService': 'false' })
    expect(contextOf({ caller })).toMatchObject({
      'SAML:aud': ['https://signin.aws.amazon.com/saml'],
      'aws:FederatedProvider': ['arn:aws:iam::111122223333:saml-provider/corp'],
    })
  })
})

describe('the keys of a session', () => {
  test('with MFA: how long ago it was', () => {
    const caller = { ...reader, session: { ...session, mfaAt: NOW / 1000 - 90 } }
    expect(contextOf({ caller })).toMatchObject({
      'aws:MultiFactorAuthPresent': ['true'],
      'aws:MultiFactorAuthAge': ['90'],
    })
    expect(contextOf({ caller: reader })).not.toHaveProperty('aws:MultiFactorAuthAge')
  })

  test('with a source identity, a provider and keys that last', () => {
    const caller = {
      ...reader,
      session: {
        ...session,
        sourceIdentity: 'ana',
        federatedProvider: 'arn:aws:iam::111122223333:saml-provider/corp',
        context: { 'identitystore:UserId': ['u-1'], 'saml:sub': ['ana'] },
      },
    }
    expect(contextOf({ caller })).toMatchObject({
      'aws:SourceIdentity': ['ana'],
      'aws:FederatedProvider': ['arn:aws:iam::111122223333:saml-provider/corp'],
      'identitystore:UserId': ['u-1'],
      'saml:sub': ['ana'],
    })
  })
})

describe('the keys of tags, accounts and organizations', () => {
  test('each tag of the principal', () => {
    const caller = { ...ana, tags: { team: 'blue', 'cost center': '7' } }
    expect(contextOf({ caller })).toMatchObject({
      'aws:PrincipalTag/team': ['blue'],
      'aws:PrincipalTag/cost center': ['7'],
    })
  })

  test('whose the resource is', () => {
    expect(contextOf({ resourceAccountId: OTHER_ACCOUNT })['aws:ResourceAccount']).toEqual([
      OTHER_ACCOUNT,
    ])
    expect(contextOf({ resourceAccountId: '' })).not.toHaveProperty('aws:ResourceAccount')
  })

  test('where both accounts stand, if they stand somewhere', () => {
    const context = contextOf({
      callerOrganization: { id: 'o-1', masterAccountId: '000000000001', paths: ['o-1/r-1/ou-1/'] },
      resourceOrganization: { id: 'o-2', masterAccountId: '000000000002', paths: ['o-2/r-2/'] },
    })
    expect(context).toMatchObject({
      'aws:PrincipalOrgID': ['o-1'],
      'aws:PrincipalOrgMasterAccountId': ['000000000001'],
      'aws:PrincipalOrgPaths': ['o-1/r-1/ou-1/'],
      'aws:ResourceOrgID': ['o-2'],
      'aws:ResourceOrgPaths': ['o-2/r-2/'],
    })
    expect(contextOf({})).not.toHaveProperty('aws:PrincipalOrgID')
    expect(contextOf({})).not.toHaveProperty('aws:ResourceOrgPaths')
  })
})

describe('the keys of a service in between', () => {
  test('that uses the credentials of its caller', () => {
    expect(
      contextOf({ caller: { ...ana, invokedBy: 'cloudformation.amazonaws.com' } }),
    ).toMatchObject({
      'aws:ViaAWSService': ['true'],
      'aws:CalledVia': ['cloudformation.amazonaws.com'],
      'aws:CalledViaFirst': ['cloudformation.amazonaws.com'],
      'aws:CalledViaLast': ['cloudformation.amazonaws.com'],
    })
  })

  test('are absent where it acts through its service-linked role, or as itself', () => {
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO`
    const linked = { ...reader, invokedBy: 'sso.amazonaws.com', session: { ...session, roleArn } }
    const itself = { ...cloudtrail, invokedBy: 'cloudtrail.amazonaws.com' }
    for (const caller of [linked, itself, ana]) {
      expect(contextOf({ caller })['aws:ViaAWSService']).toEqual(['false'])
      expect(contextOf({ caller })).not.toHaveProperty('aws:CalledVia')
    }
  })
})

describe('the clock', () => {
  test('is the one that the question brings', () => {
    expect(contextOf({ now: NOW + 999 })).toMatchObject({
      'aws:CurrentTime': ['2026-11-24T14:30:00Z'],
      'aws:EpochTime': ['1795530600'],
    })
  })
})

describe('a request', () => {
  test.each([
    ['aws:username', 'eva'],
    ['AWS:UserName', 'eva'],
    ['aws:PrincipalArn', 'arn:aws:iam::111122223333:role/Admin'],
    ['aws:PrincipalTag/team', 'red'],
    ['aws:principaltag/admin', 'true'],
    ['aws:MultiFactorAuthPresent', 'true'],
    ['aws:PrincipalOrgID', 'o-mine'],
    ['aws:CurrentTime', '1999-01-01T00:00:00Z'],
    ['aws:SourceIdentity', 'eva'],
  ])('cannot claim %s', (key, value) => {
    const honest = contextOf({})
    expect(contextOf({ context: { [key]: [value] } })).toEqual(honest)
  })

  test('brings its own keys, found whatever their case', () => {
    const condition = { StringEquals: { 'S3:PREFIX': 'home/' } }
    const identityPolicies = [
      {
        name: 'P',
        document: JSON.stringify({
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition },
        }),
      },
    ]
    const decision = ask({ identityPolicies, context: { 's3:prefix': ['home/'] } })
    expect(decision.decision).toBe('Allow')
  })

  test('of a simulation replaces what it supposes', () => {
    const hypotheticalContext = { 'aws:username': ['eva'], 'aws:MultiFactorAuthPresent': ['true'] }
    expect(contextOf({ hypotheticalContext })).toMatchObject(hypotheticalContext)
  })
})
