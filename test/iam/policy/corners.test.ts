// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
/** The corners of AWS's policy evaluation that are easy to get wrong, each asked of the whole engine. */
import { describe, expect, test } from 'vitest'
import type { EvaluationInput } from '#iam/policy/evaluationInput.ts'
import { FullAWSAccess } from '#iam/policy/managed/FullAWSAccess.ts'
import { anonymous } from '#kernel/hops/caller.ts'
import {
  ACCOUNT,
  allow,
  allowAll,
  allowOther,
  ana,
  ask,
  bucketPolicy,
  cloudtrail,
  deny,
  layerOf,
  NOW,
  OTHER_ACCOUNT,
  policy,
  reader,
  root,
  type StatementJson,
  session,
} from './question.ts'

const decide = (changes: Partial<EvaluationInput>) => ask(changes).decision

/** Is the request allowed by an Allow with this condition? */
const holds = (Condition: unknown, changes: Partial<EvaluationInput> = {}) =>
  decide({ identityPolicies: [policy('P', { ...allow(), Condition })], ...changes }) === 'Allow'

/** Is a request that is else allowed denied by this statement? */
const denies = (statement: StatementJson, changes: Partial<EvaluationInput> = {}) =>
  decide({ identityPolicies: [allowAll, policy('P', statement)], ...changes }) === 'Deny'

const s3 = (action: string, resource: string, pattern: unknown, actions: unknown = 's3:*') =>
  decide({ action, resource, identityPolicies: [policy('P', allow(actions, pattern))] })

describe('1. An absent key', () => {
  test.each([
    [{ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, false],
    [{ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }, true],
    [{ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, false],
    [{ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, true],
    [{ StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }, true],
    [{ ArnNotLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } }, true],
    [{ NumericLessThan: { 's3:max-keys': '10' } }, false],
    [{ NumericNotEquals: { 's3:max-keys': '10' } }, true],
    [{ DateGreaterThan: { 'aws:TokenIssueTime': '2020-01-01' } }, false],
  ])('%j: %j', (condition, expected) => {
    expect(holds(condition)).toBe(expected)
  })
})

describe('2. ForAllValues over nothing is true, ForAnyValue is false', () => {
  const condition = (quantifier: string) => ({
    [`${quantifier}:StringEquals`]: { 'aws:TagKeys': ['team'] },
  })
  test.each([{}, { 'aws:TagKeys': [] }, { 'aws:TagKeys': [''] }])('%j', (context) => {
    expect(holds(condition('ForAllValues'), { context })).toBe(true)
    expect(holds(condition('ForAnyValue'), { context })).toBe(false)
  })
})

describe('3. Several values, keys and operators', () => {
  const context = { 'aws:RequestedRegion': ['eu-west-1'], 'aws:SourceIp': ['203.0.113.7'] }

  test('positive: any value; negated: none', () => {
    const regions = ['us-east-1', 'eu-west-1']
    expect(holds({ StringEquals: { 'aws:RequestedRegion': regions } }, { context })).toBe(true)
    expect(holds({ StringNotEquals: { 'aws:RequestedRegion': regions } }, { context })).toBe(false)
    expect(
      holds(
        { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'us-west-2'] } },
        { context },
      ),
    ).toBe(true)
  })

  test('all keys and all operators must hold', () => {
    const region = { 'aws:RequestedRegion': 'eu-west-1' }
    const address = (range: string) => ({ IpAddress: { 'aws:SourceIp': range } })
    expect(holds({ StringEquals: region, ...address('203.0.113.0/24') }, { context })).toBe(true)
    expect(holds({ StringEquals: region, ...address('198.51.100.0/24') }, { context })).toBe(false)
    expect(holds({ StringEquals: { ...region, 'aws:username': 'eva' } }, { context })).toBe(false)
  })
})

describe('4. Long-term keys know nothing of MFA', () => {
  const without = { ...reader }
  const withMfa = { ...reader, session: { ...session, mfaAt: NOW / 1000 } }
  const bool = { Bool: { 'aws:MultiFactorAuthPresent': 'false' } }
  const ifExists = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }

  test.each([
    ['Bool false misses long-term keys', bool, ana, false],
    ['BoolIfExists false hits them', ifExists, ana, true],
    ['Bool false hits a session without MFA', bool, without, true],
    ['BoolIfExists false hits it too', ifExists, without, true],
    ['Bool false spares a session with MFA', bool, withMfa, false],
    ['BoolIfExists false spares it too', ifExists, withMfa, false],
  ])('%s', (_, Condition, caller, expected) => {
    expect(denies({ ...deny(), Condition }, { caller })).toBe(expected)
  })
})

describe('5. Variables', () => {
  const home = 'arn:aws:s3:::docs/${aws:username}/*'
  const read = (resource: string, changes: Partial<EvaluationInput> = {}, pattern = home) =>
    decide({
      resource,
      identityPolicies: [policy('P', allow('s3:GetObject', pattern))],
      ...changes,
    })

  test('stand for the value of a key', () => {
    expect(read('arn:aws:s3:::docs/ana/x')).toBe('Allow')
    expect(read('arn:aws:s3:::docs/eva/x')).toBe('Deny')
  })

  test('are text in Version 2008-10-17, which is what a policy without a version has', () => {
    for (const Version of [{ Version: '2008-10-17' }, {}]) {
      const document = JSON.stringify({ ...Version, Statement: [allow('s3:GetObject', home)] })
      const identityPolicies = [{ name: 'Old', document }]
      expect(decide({ resource: 'arn:aws:s3:::docs/ana/x', identityPolicies })).toBe('Deny')
      expect(decide({ resource: 'arn:aws:s3:::docs/${aws:username}/x', identityPolicies })).toBe(
        'Allow',
      )
    }
  })

  test('without a value match nothing, unless they have a default', () => {
    expect(read('arn:aws:s3:::docs//x', { caller: reader })).toBe('Deny')
    expect(read('arn:aws:s3:::docs/${aws:username}/x', { caller: reader })).toBe('Deny')
    const shared = "arn:aws:s3:::docs/${aws:username, 'shared'}/*"
    expect(read('arn:aws:s3:::docs/shared/x', { caller: reader }, shared)).toBe('Allow')
    expect(read('arn:aws:s3:::docs/shared/x', {}, shared)).toBe('Deny')
  })

  test('bring in no wildcards', () => {
    const caller = { ...ana, userName: '*' }
    expect(read('arn:aws:s3:::docs/eva/x', { caller })).toBe('Deny')
    expect(read('arn:aws:s3:::docs/*/x', { caller })).toBe('Allow')
  })

  test('escape wildcards and the dollar', () => {
    expect(read('arn:aws:s3:::docs/a*b', {}, 'arn:aws:s3:::docs/a${*}b')).toBe('Allow')
    expect(read('arn:aws:s3:::docs/axb', {}, 'arn:aws:s3:::docs/a${*}b')).toBe('Deny')
    expect(read('arn:aws:s3:::docs/a?$', {}, 'arn:aws:s3:::docs/a${?}${$}')).toBe('Allow')
  })
})

describe('6. Case', () => {
  test('actions and key names ignore it', () => {
    expect(s3('s3:GetObject', 'arn:aws:s3:::docs/a', '*', 'S3:gETobject')).toBe('Allow')
    expect(holds({ StringEquals: { 'AWS:USERNAME': 'ana' } })).toBe(true)
    expect(holds({ StringEquals: { 'aws:PrincipalTag/TEAM': 'blue' } })).toBe(true)
  })

  test('effects, operators, ARNs and compared strings do not', () => {
    const withEffect = (Effect: string) => policy('P', { ...allow(), Effect })
    expect(() => ask({ identityPolicies: [withEffect('ALLOW')] })).toThrow('legacy parsing')
    expect(() => holds({ stringequals: { 'aws:username': 'ana' } })).toThrow('Syntax errors')
    expect(s3('s3:GetObject', 'arn:aws:s3:::docs/a', 'arn:aws:s3:::docs/A')).toBe('Deny')
    expect(holds({ StringEquals: { 'aws:username': 'Ana' } })).toBe(false)
  })
})

describe('7. Wildcards in conditions', () => {
  const context = {
    'aws:SourceArn': ['arn:aws:logs:eu-west-1:1:log-group:a:b/c'],
    's3:prefix': ['a*'],
  }

  test('StringEquals takes a * literally', () => {
    expect(holds({ StringEquals: { 's3:prefix': 'a*' } }, { context })).toBe(true)
    expect(holds({ StringEquals: { 's3:prefix': '*' } }, { context })).toBe(false)
  })

  test.each(['ArnEquals', 'ArnLike'])(
    '%s matches segment by segment, the last with all it holds',
    (operator) => {
      expect(
        holds({ [operator]: { 'aws:SourceArn': 'arn:aws:logs:*:*:log-group:*' } }, { context }),
      ).toBe(true)
      expect(holds({ [operator]: { 'aws:SourceArn': 'arn:aws:logs:*:b/c' } }, { context })).toBe(
        false,
      )
      expect(holds({ StringLike: { 'aws:SourceArn': 'arn:aws:logs:*:b/c' } }, { context })).toBe(
        true,
      )
    },
  )
})

describe('8. What cannot be read', () => {
  test.each([
    ['DateLessThan', '2030-01-01', 'soon'],
    ['NumericGreaterThan', '1', 'many'],
    ['IpAddress', '0.0.0.0/0', 'localhost'],
    ['Bool', 'true', 'yes'],
    ['BinaryEquals', 'AA==', '%%%'],
    ['ArnLike', 'arn:*:*:*:*:*', 'docs'],
  ])('%s: no match, no crash', (operator, wanted, got) => {
    expect(holds({ [operator]: { 'test:key': wanted } }, { context: { 'test:key': [got] } })).toBe(
      false,
    )
  })

  test('numbers and booleans in a policy equal their text', () => {
    const context = { 'test:number': ['10'], 'test:bool': ['true'] }
    expect(holds({ StringEquals: { 'test:number': 10, 'test:bool': true } }, { context })).toBe(
      true,
    )
    expect(
      holds({ NumericEquals: { 'test:number': 10 }, Bool: { 'test:bool': true } }, { context }),
    ).toBe(true)
  })
})

describe('9. Null', () => {
  test('true: the key is absent; false: it is there', () => {
    expect(holds({ Null: { 'aws:TokenIssueTime': 'true' } })).toBe(true)
    expect(holds({ Null: { 'aws:TokenIssueTime': 'false' } })).toBe(false)
    expect(holds({ Null: { 'aws:TokenIssueTime': true } }, { caller: reader })).toBe(false)
    expect(holds({ Null: { 'aws:TokenIssueTime': false } }, { caller: reader })).toBe(true)
  })
})

describe('10. An account as principal', () => {
  test('in an Allow only delegates', () => {
    const resourcePolicy = bucketPolicy({ AWS: ACCOUNT })
    expect(decide({ resourcePolicy })).toBe('Deny')
    expect(decide({ resourcePolicy, identityPolicies: [allowAll] })).toBe('Allow')
  })

  test('in a Deny hits all of the account', () => {
    const resourcePolicy = bucketPolicy({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, 'Deny')
    for (const caller of [ana, reader, root]) {
      expect(decide({ caller, resourcePolicy, identityPolicies: [allowAll] })).toBe('Deny')
    }
    const theirs = { resourcePolicy: bucketPolicy({ AWS: OTHER_ACCOUNT }, 'Deny') }
    expect(decide({ ...theirs, identityPolicies: [allowAll] })).toBe('Allow')
  })

  test('everyone grants alone within the account', () => {
    expect(decide({ resourcePolicy: bucketPolicy('*') })).toBe('Allow')
    expect(decide({ resourcePolicy: bucketPolicy({ AWS: '*' }) })).toBe('Allow')
  })
})

describe('11. Wildcards in principals', () => {
  test('are refused, but aws:PrincipalArn takes them', () => {
    expect(() =>
      ask({ resourcePolicy: bucketPolicy({ AWS: `arn:aws:iam::${ACCOUNT}:user/*` }) }),
    ).toThrow('Invalid principal in policy')
    const statement = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }
    const like = (pattern: string) => ({
      resourcePolicy: policy('B', {
        ...statement,
        Condition: { ArnLike: { 'aws:PrincipalArn': pattern } },
      }),
    })
    expect(decide(like(`arn:aws:iam::${ACCOUNT}:user/staff/*`))).toBe('Allow')
    expect(decide(like(`arn:aws:iam::${ACCOUNT}:user/guests/*`))).toBe('Deny')
  })
})

describe('12. A grant of the resource against implicit denies', () => {
  const capped = { caller: reader, boundary: allowOther, sessionPolicies: [allowOther] }
  test.each([
    [
      'the user: no boundary holds them',
      { boundary: allowOther, resourcePolicy: bucketPolicy({ AWS: ana.arn }) },
      'Allow',
    ],
    [
      'the role: boundary and session policy hold it',
      { ...capped, resourcePolicy: bucketPolicy({ AWS: session.roleArn }) },
      'Deny',
    ],
    [
      'the session: neither holds it',
      { ...capped, resourcePolicy: bucketPolicy({ AWS: reader.arn }) },
      'Allow',
    ],
    [
      'everyone, with a condition on the role: neither holds it',
      {
        ...capped,
        resourcePolicy: policy('B', {
          Effect: 'Allow',
          Principal: '*',
          Action: '*',
          Resource: '*',
          Condition: { ArnEquals: { 'aws:PrincipalArn': session.roleArn } },
        }),
      },
      'Allow',
    ],
  ] as const)('naming %s', (_, changes, decision) => {
    expect(decide(changes)).toBe(decision)
  })
})

describe('13. NotPrincipal and NotAction', () => {
  const spare = policy('B', {
    Effect: 'Deny',
    NotPrincipal: { AWS: [ana.arn, ACCOUNT] },
    Action: '*',
    Resource: '*',
  })

  test('Deny with NotPrincipal hits every principal that has a boundary', () => {
    const changes = { identityPolicies: [allowAll], resourcePolicy: spare }
    expect(decide(changes)).toBe('Allow')
    expect(decide({ ...changes, boundary: allowAll })).toBe('Deny')
    expect(decide({ ...changes, caller: reader })).toBe('Deny')
  })

  test('Allow with NotAction grants the rest and denies nothing', () => {
    const rest = policy('P', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })
    expect(decide({ identityPolicies: [rest] })).toBe('Allow')
    const getUser = { action: 'iam:GetUser', resource: ana.arn }
    expect(decide({ ...getUser, identityPolicies: [rest] })).toBe('Deny')
    expect(
      decide({ ...getUser, identityPolicies: [rest, policy('Q', allow('iam:GetUser'))] }),
    ).toBe('Allow')
  })
})

describe('14. Across accounts', () => {
  const abroad = { resourceAccountId: OTHER_ACCOUNT }

  test('both sides must allow, also where the bucket is public', () => {
    const resourcePolicy = bucketPolicy('*')
    expect(decide({ ...abroad, resourcePolicy })).toBe('Deny')
    expect(decide({ ...abroad, resourcePolicy, identityPolicies: [allowAll] })).toBe('Allow')
    expect(decide({ ...abroad, identityPolicies: [allowAll] })).toBe('Deny')
  })

  test('the SCPs of the caller and the RCPs of the owner are asked', () => {
    const both = { ...abroad, resourcePolicy: bucketPolicy('*'), identityPolicies: [allowAll] }
    const nothing = [{ level: 'root', policies: [] }]
    expect(decide({ ...both, scps: nothing })).toBe('Deny')
    expect(decide({ ...both, rcps: nothing })).toBe('Deny')
  })
})

describe('15. SCPs', () => {
  const level = (name: string, ...policies: readonly { name: string; document: string }[]) => ({
    level: name,
    policies,
  })

  test('need an allow at each level, any within one', () => {
    const full = level('root', FullAWSAccess)
    const identityPolicies = [allowAll]
    expect(decide({ identityPolicies, scps: [full, level('ou', allowOther, allowAll)] })).toBe(
      'Allow',
    )
    expect(decide({ identityPolicies, scps: [full, level('ou', allowOther)] })).toBe('Deny')
    expect(decide({ scps: [full] })).toBe('Deny')
  })

  test('bind the root user of a member and spare the management account and service-linked roles', () => {
    const scps = [level('root')]
    expect(decide({ caller: root, scps })).toBe('Deny')
    expect(decide({ caller: root, scps, isManagementAccount: true })).toBe('Allow')
    expect(decide({ identityPolicies: [allowAll], scps, isServiceLinkedRole: true })).toBe('Allow')
  })
})

describe('16. Trust policies', () => {
  const trust = (Principal: unknown, Action: unknown = 'sts:AssumeRole') => ({
    action: 'sts:AssumeRole',
    resource: session.roleArn ?? '',
    resourcePolicyKind: 'trust' as const,
    resourcePolicy: policy('Trust', { Effect: 'Allow', Principal, Action }),
  })

  test('naming the principal suffices within the account', () => {
    expect(decide(trust({ AWS: ana.arn }))).toBe('Allow')
    expect(decide(trust({ AWS: ACCOUNT }))).toBe('Deny')
  })

  test('assuming oneself needs an allow of its own', () => {
    const itself = { caller: reader, identityPolicies: [allowAll] }
    expect(decide({ ...trust({ AWS: ana.arn }), ...itself })).toBe('Deny')
    expect(decide({ ...trust({ AWS: session.roleArn }), ...itself })).toBe('Allow')
  })

  test('session tags, source identity and context are allowed apart', () => {
    for (const action of ['sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext']) {
      expect(decide({ ...trust({ AWS: ana.arn }), action })).toBe('Deny')
      expect(decide({ ...trust({ AWS: ana.arn }, ['sts:AssumeRole', action]), action })).toBe(
        'Allow',
      )
    }
  })
})

describe('17. What a session is called', () => {
  test.each([
    [{ ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/teams/Reader` } }, true],
    [{ ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/Reader` } }, false],
    [{ ArnEquals: { 'aws:PrincipalArn': reader.arn } }, false],
    [{ StringEquals: { 'aws:userid': 'AROAREADERREADERREADE:ana' } }, true],
    [{ StringLike: { 'aws:userid': '*:ana' } }, true],
    [{ Null: { 'aws:username': 'true' } }, true],
    [{ Null: { 'aws:TokenIssueTime': 'false' } }, true],
  ])('%j: %j', (condition, expected) => {
    expect(holds(condition, { caller: reader })).toBe(expected)
  })

  test('older sessions are revoked by the time of issue, newer ones and long-term keys are not', () => {
    const revoke = (at: string) => ({
      ...deny(['*'], ['*']),
      Condition: { DateLessThan: { 'aws:TokenIssueTime': at } },
    })
    expect(denies(revoke('2026-11-24T14:30:00.000Z'), { caller: reader })).toBe(true)
    expect(denies(revoke('2026-11-24T14:20:00.000Z'), { caller: reader })).toBe(false)
    expect(denies(revoke('2026-11-24T14:30:00.000Z'))).toBe(false)
  })
})

describe('18. The wrong level of resource never matches', () => {
  test.each([
    ['s3:ListBucket', 'arn:aws:s3:::docs', 'arn:aws:s3:::docs/*', 'Deny'],
    ['s3:ListBucket', 'arn:aws:s3:::docs', 'arn:aws:s3:::docs', 'Allow'],
    ['s3:GetObject', 'arn:aws:s3:::docs/a', 'arn:aws:s3:::docs', 'Deny'],
    ['s3:GetObject', 'arn:aws:s3:::docs/a', 'arn:aws:s3:::docs/*', 'Allow'],
    ['s3:ListAllMyBuckets', '*', 'arn:aws:s3:::docs', 'Deny'],
    ['s3:ListAllMyBuckets', '*', 'arn:aws:s3:::docs*', 'Deny'],
    ['s3:ListAllMyBuckets', '*', '*', 'Allow'],
  ])('%s on %s by %s: %s', (action, resource, pattern, decision) => {
    expect(s3(action, resource, pattern)).toBe(decision)
  })
})

describe('19. A principal that was deleted', () => {
  test('is its unique id, which a new one of the same name is not', () => {
    const resourcePolicy = bucketPolicy({ AWS: session.roleId })
    expect(decide({ caller: reader, resourcePolicy })).toBe('Allow')
    const renewed = { ...reader, session: { ...session, roleId: 'AROANEWNEWNEWNEWNEWNE' } }
    expect(decide({ caller: renewed, resourcePolicy })).toBe('Deny')
    expect(decide({ resourcePolicy: bucketPolicy({ AWS: ana.userId }) })).toBe('Allow')
  })
})

describe('20. The message names one layer', () => {
  test('explicit before implicit', () => {
    const { message, layers } = ask({
      scps: [{ level: 'root', policies: [] }],
      boundary: policy('B', deny()),
    })
    expect(message).toMatch(/with an explicit deny in a permissions boundary$/)
    expect(layers.filter(({ verdict }) => verdict.endsWith('Deny'))).toHaveLength(3)
  })
})

describe('22. Service-to-service calls', () => {
  test('are told by their keys', () => {
    const context = {
      'aws:SourceArn': ['arn:aws:cloudtrail:us-east-1:111122223333:trail/t'],
      'aws:SourceAccount': [ACCOUNT],
    }
    const statement = (account: string) => ({
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: '*',
      Condition: {
        StringEquals: {
          'aws:SourceAccount': account,
          'aws:PrincipalServiceName': 'cloudtrail.amazonaws.com',
        },
        ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:*:trail/*' },
        Bool: { 'aws:PrincipalIsAWSService': 'true' },
      },
    })
    const put = { caller: cloudtrail, action: 's3:PutObject', context }
    expect(decide({ ...put, resourcePolicy: policy('B', statement(ACCOUNT)) })).toBe('Allow')
    expect(decide({ ...put, resourcePolicy: policy('B', statement(OTHER_ACCOUNT)) })).toBe('Deny')
  })

  test('principals have an account and a type', () => {
    expect(
      holds({ StringEquals: { 'aws:PrincipalAccount': ACCOUNT, 'aws:PrincipalType': 'User' } }),
    ).toBe(true)
    const resourcePolicy = policy('B', {
      Effect: 'Deny',
      Principal: '*',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalType': 'Anonymous' } },
    })
    const decision = ask({ caller: anonymous, resourcePolicy })
    expect(layerOf(decision, 'resource').verdict).toBe('explicitDeny')
  })
})
