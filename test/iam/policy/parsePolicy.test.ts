// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePolicy } from '#iam/policy/parsePolicy.ts'
import type { PolicyKind } from '#iam/policy/policy.ts'
import { requireCurrentVersion } from '#iam/policy/requireCurrentVersion.ts'
import { AwsError } from '#kernel/errors/awsError.ts'
import { ACCOUNT, allow } from './question.ts'

type Json = Readonly<Record<string, unknown>>

const KINDS: readonly PolicyKind[] = [
  'identity',
  'boundary',
  'session',
  'resource',
  'trust',
  'scp',
  'rcp',
]

const statement: Json = allow('s3:GetObject', 'arn:aws:s3:::docs/*')
const trust: Json = {
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
}
const bucket: Json = { ...statement, Principal: '*' }

const text = (Statement: unknown, rest: Json = { Version: '2012-10-17' }) =>
  JSON.stringify({ ...rest, Statement })
/** `statement` with these elements; undefined takes one away. */
const changed = (changes: Json, of: Json = statement) => text({ ...of, ...changes })

function failure(document: string, kind: PolicyKind): AwsError {
  try {
    parsePolicy(document, kind)
  } catch (error) {
    if (error instanceof AwsError) return error
    throw error
  }
  throw new Error(`parsed: ${document}`)
}

const SYNTAX = 'Syntax errors in policy.'
const LEGACY = 'The policy failed legacy parsing'
const VENDOR = 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'

describe('an identity policy', () => {
  test.each([
    ['one statement without a list', text(statement)],
    ['several statements', text([statement, statement])],
    ['Version 2008-10-17', text(statement, { Version: '2008-10-17' })],
    ['no version', text(statement, {})],
    [
      'an id',
      text(statement, { Version: '2012-10-17', Id: 'cd3ad3d9-2776-4ef1-a904-4c229d1642ee' }),
    ],
    ['NotAction and NotResource', text({ Effect: 'Deny', NotAction: 'iam:*', NotResource: '*' })],
    ['lists of one', changed({ Action: ['s3:GetObject'], Resource: ['*'] })],
    ['all actions', changed({ Action: '*' })],
    ['a vendor with dash and dot', changed({ Action: ['s3-object-lambda:Get*', 'a.b:C'] })],
    [
      'an empty Sid twice',
      text([
        { ...statement, Sid: '' },
        { ...statement, Sid: '' },
      ]),
    ],
    ['an empty condition', changed({ Condition: {} })],
    ['an operator without keys', changed({ Condition: { StringEquals: {}, Whatever: {} } })],
    ['a key without values', changed({ Condition: { StringEquals: { 'aws:username': [] } } })],
    [
      'numbers and booleans without quotes',
      changed({
        Condition: {
          NumericLessThan: { 's3:max-keys': [10, 1.5] },
          Bool: { 'aws:SecureTransport': true },
        },
      }),
    ],
    [
      'operators with quantifier and suffix',
      changed({ Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': 'a*' } } }),
    ],
    [
      'a date of seconds since the epoch',
      changed({ Condition: { DateLessThan: { 'aws:CurrentTime': '1795530600' } } }),
    ],
    [
      'an ARN with a region',
      changed({ Resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*' }),
    ],
    [
      'an access point of S3',
      changed({ Resource: 'arn:aws:s3:us-west-2:111122223333:accesspoint/x' }),
    ],
    [
      'an ARN that a last * completes',
      changed({ Resource: ['arn:aws:logs:*', 'arn:aws:sqs:us-east-1:*'] }),
    ],
    ['any partition', changed({ Resource: ['arn:*:s3:::docs', 'arn:aws-cn:s3:::docs'] })],
    [
      'ARNs of IAM',
      changed({
        Resource: [
          'arn:aws:iam::*:role/x',
          'arn:aws:iam::1:user/${aws:username}',
          'arn:aws:iam::*:*',
        ],
      }),
    ],
    ['whitespace around it', `\n ${text(statement)} \n`],
  ])('may have %s', (_, document) => {
    expect(parsePolicy(document, 'identity').statements.length).toBeGreaterThan(0)
  })

  const rows: readonly (readonly [string, string, string])[] = [
    ['is no JSON', '{"Version":', SYNTAX],
    ['is text', 'AdministratorAccess', SYNTAX],
    ['is empty', '', SYNTAX],
    ['is a list', '[]', SYNTAX],
    ['is null', 'null', SYNTAX],
    [
      'has an element that is unknown',
      text(statement, { Version: '2012-10-17', Name: 'x' }),
      SYNTAX,
    ],
    ['has a version that is unknown', text(statement, { Version: '2013-10-17' }), SYNTAX],
    ['has a version that is no text', text(statement, { Version: 2012 }), SYNTAX],
    ['has an id that is no text', text(statement, { Version: '2012-10-17', Id: ['x'] }), SYNTAX],
    ['has no statement', '{"Version":"2012-10-17"}', SYNTAX],
    ['has an empty list of statements', text([]), SYNTAX],
    ['has a statement that is text', text(['Allow']), SYNTAX],
    ['has a statement that is null', text(null), SYNTAX],
    ['has an unknown element in a statement', changed({ Actions: 's3:*' }), SYNTAX],
    [
      'has an element twice',
      '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}}',
      SYNTAX,
    ],
    [
      'has an element twice, once escaped',
      '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Eff\\u0065ct":"Allow","Action":"*","Resource":"*"}}',
      SYNTAX,
    ],
    [
      'has a condition key twice',
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a:b":"true","a:b":"false"}}}}',
      SYNTAX,
    ],
    ['has no effect', changed({ Effect: undefined }), SYNTAX],
    ['has an effect that is none', changed({ Effect: 'Maybe' }), SYNTAX],
    ['has an effect in another case', changed({ Effect: 'allow' }), LEGACY],
    ['has a Sid that is no text', changed({ Sid: {} }), SYNTAX],
    [
      'has a Sid with a space',
      changed({ Sid: 'Read docs' }),
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    ],
    [
      'has a Sid twice',
      text([
        { ...statement, Sid: 'A' },
        { ...statement, Sid: 'A' },
      ]),
      'Statement IDs (SID) in a single policy must be unique.',
    ],
    [
      'has a principal',
      changed({ Principal: '*' }),
      'Policy document should not specify a principal.',
    ],
    [
      'has a NotPrincipal',
      changed({ NotPrincipal: '*' }),
      'Policy document should not specify a principal.',
    ],
    ['has no action', changed({ Action: undefined }), 'Policy statement must contain actions.'],
    [
      'has an empty list of actions',
      changed({ Action: [] }),
      'Policy statement must contain actions.',
    ],
    ['has Action and NotAction', changed({ NotAction: 's3:*' }), SYNTAX],
    ['has an action that is an object', changed({ Action: {} }), SYNTAX],
    ['has a list in a list of actions', changed({ Action: [['s3:*']] }), SYNTAX],
    ['has an action that is a number', changed({ Action: 1 }), SYNTAX],
    ['has an action without a service', changed({ Action: 'GetObject' }), VENDOR],
    ['has an empty action', changed({ Action: '' }), VENDOR],
    [
      'has an action with two colons',
      changed({ Action: 's3:Get:Object' }),
      'Actions/Condition can contain only one colon.',
    ],
    ['has a service with a space', changed({ Action: 'a a:Get' }), 'Vendor a a is not valid'],
    ['has no service before the colon', changed({ Action: ':Get' }), 'Vendor  is not valid'],
    ['has a wildcard in the service', changed({ Action: 's*:Get' }), 'Vendor s* is not valid'],
    [
      'has no resource',
      changed({ Resource: undefined }),
      'Policy statement must contain resources.',
    ],
    [
      'has an empty list of resources',
      changed({ Resource: [] }),
      'Policy statement must contain resources.',
    ],
    ['has Resource and NotResource', changed({ NotResource: '*' }), SYNTAX],
    ['has a resource that is an object', changed({ Resource: { a: '*' } }), SYNTAX],
    [
      'has a resource that is no ARN',
      changed({ Resource: 'docs' }),
      'Resource docs must be in ARN format or "*".',
    ],
    ['has an empty resource', changed({ Resource: '' }), 'Resource  must be in ARN format or "*".'],
    [
      'has an ARN of no partition',
      changed({ Resource: 'arn:azure:s3:::docs' }),
      'Partition "azure" is not valid for resource "arn:azure:s3:::docs".',
    ],
    [
      'has an ARN of no partition, filled up',
      changed({ Resource: 'aws:s3:::docs' }),
      'Partition "s3" is not valid for resource "arn:s3:::docs:*".',
    ],
    [
      'has an ARN that ends at the partition',
      changed({ Resource: 'arn:aws' }),
      'Resource vendor must be fully qualified and cannot contain regexes.',
    ],
    [
      'has an ARN with a wildcard as service',
      changed({ Resource: 'arn:aws:s*:::docs' }),
      'Resource vendor must be fully qualified and cannot contain regexes.',
    ],
    ['has an ARN with a segment missing', changed({ Resource: 'arn:aws:s3::docs' }), LEGACY],
    ['has an ARN without a service', changed({ Resource: 'arn:aws::::docs' }), LEGACY],
    [
      'has a bucket with a region',
      changed({ Resource: 'arn:aws:s3:us-east-1::docs' }),
      'Resource arn:aws:s3:us-east-1::docs can not contain region information.',
    ],
    [
      'has an ARN of IAM with a region',
      changed({ Resource: 'arn:aws:iam:us-east-1:1:user/x' }),
      'IAM resource arn:aws:iam:us-east-1:1:user/x cannot contain region information.',
    ],
    [
      'has an ARN of IAM that names nothing',
      changed({ Resource: 'arn:aws:iam::1:ana' }),
      'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.',
    ],
    ['has a condition that is a list', changed({ Condition: [] }), SYNTAX],
    ['has a condition that is text', changed({ Condition: 'x' }), SYNTAX],
    ['has an operator that is no object', changed({ Condition: { StringEquals: 'x' } }), SYNTAX],
    ['has an unknown operator', changed({ Condition: { StringIs: { 'a:b': 'x' } } }), SYNTAX],
    [
      'has a value that is an object',
      changed({ Condition: { StringEquals: { 'a:b': {} } } }),
      SYNTAX,
    ],
    ['has a value that is null', changed({ Condition: { StringEquals: { 'a:b': null } } }), SYNTAX],
    [
      'has a date that is none',
      changed({ Condition: { DateLessThan: { 'aws:CurrentTime': 'tomorrow' } } }),
      LEGACY,
    ],
    [
      'has __proto__ as an element',
      '{"Version":"2012-10-17","__proto__":{},"Statement":[]}',
      SYNTAX,
    ],
    [
      'has __proto__ as an operator',
      changed({ Condition: JSON.parse('{"__proto__":{"a:b":"c"}}') }),
      SYNTAX,
    ],
  ]
  test.each(rows)('that %s is refused', (_, document, message) => {
    expect(failure(document, 'identity')).toMatchObject({
      code: 'MalformedPolicyDocument',
      status: 400,
      message,
    })
  })

  test("with several faults is told the first in AWS's order", () => {
    const noResource = { Effect: 'Allow', Action: 'nonsense' }
    expect(failure(text(noResource), 'identity').message).toBe(
      'Policy statement must contain resources.',
    )
    expect(failure(text({ Effect: 'Allow' }), 'identity').message).toBe(
      'Policy statement must contain actions.',
    )
    expect(failure(text({ Effect: 'allow' }), 'identity').message).toBe(LEGACY)
    const badResource = { Effect: 'Allow', Action: 'nonsense', Resource: 'docs' }
    expect(failure(text(badResource), 'identity').message).toContain('must be in ARN format')
  })

  test('says in its detail which rule was broken, for services with other texts', () => {
    expect(failure(changed({ Action: 'GetObject' }), 'identity').detail).toEqual({
      reason: 'actionWithoutVendor',
      kind: 'identity',
      value: 'GetObject',
    })
  })

  test('of an old version is kept and evaluated, but IAM takes no new one', () => {
    const old = parsePolicy(text(statement, {}), 'identity')
    expect(old.version).toBe('2008-10-17')
    expect(() => requireCurrentVersion(old, 'identity')).toThrow(
      'Policy document must be version 2012-10-17 or greater.',
    )
    expect(() =>
      requireCurrentVersion(parsePolicy(text(statement), 'identity'), 'identity'),
    ).not.toThrow()
  })
})

describe('a trust policy', () => {
  test.each([
    ['a service', trust],
    ['an account', { ...trust, Principal: { AWS: ACCOUNT } }],
    ['a role', { ...trust, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/a/b` } }],
    ['a principal that was deleted', { ...trust, Principal: { AWS: 'AROADELETEDDELETEDDEL' } }],
    ['everyone', { ...trust, Principal: '*' }],
    [
      'a SAML provider',
      {
        ...trust,
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/corp` },
        Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
      },
    ],
    [
      'an OIDC provider',
      {
        ...trust,
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/idp.example.com/x` },
        Action: 'sts:AssumeRoleWithWebIdentity',
      },
    ],
    ['Google', { ...trust, Principal: { Federated: 'accounts.google.com' } }],
    [
      'several at once',
      {
        ...trust,
        Principal: {
          AWS: [ACCOUNT, `arn:aws:sts::${ACCOUNT}:assumed-role/R/s`],
          Service: ['a.amazonaws.com', 'b.amazonaws.com'],
        },
      },
    ],
    [
      'NotPrincipal to deny',
      { Effect: 'Deny', NotPrincipal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' },
    ],
  ])('may name %s', (_, json) => {
    expect(parsePolicy(text(json), 'trust').statements).toHaveLength(1)
  })

  const rows: readonly (readonly [string, string, string])[] = [
    ['is no JSON', '{', 'This policy contains invalid Json'],
    [
      'has an unknown version',
      text(trust, { Version: '2013-10-17' }),
      'The policy must contain a valid version string',
    ],
    ['has no statement', '{}', 'Missing required field Statement'],
    [
      'has an empty list of statements',
      text([]),
      'Could not parse the policy: Statement is empty!',
    ],
    ['has no effect', changed({ Effect: undefined }, trust), 'Missing required field Effect'],
    ['has an effect that is none', changed({ Effect: 'Maybe' }, trust), 'Invalid effect: Maybe'],
    [
      'has no principal',
      changed({ Principal: undefined }, trust),
      'Missing required field Principal',
    ],
    [
      'has an empty principal',
      changed({ Principal: {} }, trust),
      'Missing required field Principal cannot be empty!',
    ],
    ['has no action', changed({ Action: undefined }, trust), 'Missing required field Action'],
    ['has a resource', changed({ Resource: '*' }, trust), 'Has prohibited field Resource'],
    ['has a NotResource', changed({ NotResource: '*' }, trust), 'Has prohibited field Resource'],
    [
      'has an action of another service',
      changed({ Action: ['sts:AssumeRole', 's3:GetObject'] }, trust),
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
    [
      'has all actions',
      changed({ Action: '*' }, trust),
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
    [
      'allows with NotPrincipal',
      changed({ Principal: undefined, NotPrincipal: { AWS: ACCOUNT } }, trust),
      'Allow with NotPrincipal is not allowed.',
    ],
    [
      'has Sids that are the same',
      text([
        { ...trust, Sid: 'A' },
        { ...trust, Sid: 'A' },
      ]),
      'The Statement Ids in the policy are not unique',
    ],
    [
      'names a user with a wildcard',
      changed({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/*` } }, trust),
      `Invalid principal in policy: "AWS":"arn:aws:iam::${ACCOUNT}:user/*"`,
    ],
    [
      'names all sessions of a role',
      changed({ Principal: { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/R/*` } }, trust),
      `Invalid principal in policy: "AWS":"arn:aws:sts::${ACCOUNT}:assumed-role/R/*"`,
    ],
    [
      'names a group',
      changed({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:group/x` } }, trust),
      `Invalid principal in policy: "AWS":"arn:aws:iam::${ACCOUNT}:group/x"`,
    ],
    [
      'names a short account',
      changed({ Principal: { AWS: '123' } }, trust),
      'Invalid principal in policy: "AWS":"123"',
    ],
    [
      'names every service',
      changed({ Principal: { Service: '*' } }, trust),
      'Invalid principal in policy: "Service":"*"',
    ],
    [
      'names a canonical user',
      changed({ Principal: { CanonicalUser: 'c'.repeat(64) } }, trust),
      `Invalid principal in policy: "CanonicalUser":"${'c'.repeat(64)}"`,
    ],
    ['names a type that is unknown', changed({ Principal: { Group: 'x' } }, trust), SYNTAX],
  ]
  test.each(rows)('that %s is refused', (_, document, message) => {
    expect(failure(document, 'trust').message).toBe(message)
  })
})

describe('a resource policy', () => {
  test.each([
    ['everyone', { Principal: '*' }],
    ['a canonical user', { Principal: { CanonicalUser: 'c'.repeat(64) } }],
    [
      'CloudFront',
      {
        Principal: { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1X2Y3' },
      },
    ],
    ['a federated user', { Principal: { AWS: `arn:aws:sts::${ACCOUNT}:federated-user/bob` } }],
  ])('may name %s', (_, changes) => {
    expect(parsePolicy(changed(changes, bucket), 'resource').statements).toHaveLength(1)
  })

  test('may have Sids with spaces, and an id', () => {
    const document = text({ ...bucket, Sid: 'Read the docs' }, { Id: 'Policy 1' })
    expect(parsePolicy(document, 'resource').id).toBe('Policy 1')
  })

  test.each([
    ['is no JSON', '{', 'This policy contains invalid Json'],
    [
      'does not begin with a brace',
      'x',
      "Policies must be valid JSON and the first byte must be '{'",
    ],
    ['has no principal', text(statement), 'Missing required field Principal'],
    [
      'has a principal that is none',
      changed({ Principal: { AWS: 'ana' } }, bucket),
      'Invalid principal in policy',
    ],
    [
      'has a principal that is text',
      changed({ Principal: 'ana' }, bucket),
      'Invalid policy syntax.',
    ],
    [
      'has no resource',
      changed({ Resource: undefined }, bucket),
      'Missing required field Resource',
    ],
    [
      'has a resource that is no ARN',
      changed({ Resource: 'docs' }, bucket),
      'Policy has invalid resource',
    ],
    [
      'has an action that is none',
      changed({ Action: 'GetObject' }, bucket),
      'Policy has invalid action',
    ],
    ['has an effect that is none', changed({ Effect: 'allow' }, bucket), 'Invalid effect: allow'],
  ])('that %s is refused in the words of S3', (_, document, message) => {
    expect(failure(document, 'resource').message).toBe(message)
  })
})

describe('a session policy', () => {
  test('is an identity policy, but invalid JSON is called so', () => {
    expect(parsePolicy(text(statement), 'session').statements).toHaveLength(1)
    expect(failure('{', 'session').message).toBe('This policy contains invalid Json')
    expect(failure(changed({ Action: 'x' }), 'session').message).toBe(VENDOR)
  })
})

describe('an SCP', () => {
  test('has the whole language of policies, but no principal', () => {
    const json = {
      Effect: 'Allow',
      NotAction: 'iam:*Key*',
      NotResource: 'arn:aws:s3:::x',
      Condition: { Bool: { 'aws:ViaAWSService': false } },
    }
    expect(parsePolicy(text(json), 'scp').statements).toHaveLength(1)
    expect(failure(text(bucket), 'scp').message).toBe(
      'The provided policy document does not meet the requirements of the specified policy type.',
    )
  })
})

describe('an RCP', () => {
  test('speaks of everyone, and of nobody else', () => {
    expect(parsePolicy(text({ ...bucket, Effect: 'Deny' }), 'rcp').statements).toHaveLength(1)
    expect(failure(text(statement), 'rcp').detail['reason']).toBe('missingPrincipal')
    const named = { ...bucket, Effect: 'Deny', Principal: { AWS: ACCOUNT } }
    expect(failure(text(named), 'rcp').detail['reason']).toBe('principal')
  })
})

describe('the limits of a policy', () => {
  test.each([
    ['tooLarge', `${text(statement)}${' '.repeat(131_072)}`],
    ['tooDeep', `{"Version":"2012-10-17","Statement":${'['.repeat(60)}${']'.repeat(60)}}`],
    ['tooManyStatements', text(Array.from({ length: 1_001 }, () => ({ Effect: 'Deny' })))],
  ])('%s', (reason, document) => {
    expect(failure(document, 'identity').detail['reason']).toBe(reason)
  })

  test('hold against a hundred thousand brackets', () => {
    const document = `{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}`
    const started = performance.now()
    expect(['tooDeep', 'invalidJson']).toContain(failure(document, 'identity').detail['reason'])
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('whatever is given as a policy', () => {
  // Without `expect` in the loop: it would be most of the time.
  const throwsOnlyItsOwn = (document: string) => {
    for (const kind of KINDS) {
      try {
        parsePolicy(document, kind)
      } catch (error) {
        if (!(error instanceof AwsError) || error.code !== 'MalformedPolicyDocument') throw error
      }
    }
  }

  test('any text is parsed or refused by name', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), throwsOnlyItsOwn), { numRuns: 3_000 })
  })

  test('any JSON is parsed or refused by name', () => {
    fc.assert(fc.property(fc.json(), throwsOnlyItsOwn), { numRuns: 3_000 })
  })

  test('anything in the place of an element is parsed or refused by name', () => {
    const names = [
      'Version',
      'Id',
      'Sid',
      'Effect',
      'Principal',
      'NotPrincipal',
      'Action',
      'NotAction',
      'Resource',
      'NotResource',
      'Condition',
    ]
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom(
        'Allow',
        'Deny',
        '*',
        's3:*',
        'sts:AssumeRole',
        'arn:aws:s3:::b/${aws:username',
        { AWS: '*' },
      ),
      fc.dictionary(
        fc.constantFrom('StringLike', 'DateLessThan', 'ForAllValues:Bool', 'Null', 'X'),
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }),
        { maxKeys: 2 },
      ),
    )
    const element = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 7 })
    const document = fc.record({
      Version: fc.constant('2012-10-17'),
      Statement: fc.oneof(element, fc.array(element, { maxLength: 3 })),
    })
    fc.assert(
      fc.property(document, (json) => throwsOnlyItsOwn(JSON.stringify(json))),
      { numRuns: 5_000 },
    )
  })

  test('a valid policy with any byte changed is parsed or refused by name', () => {
    const valid = text([
      statement,
      {
        ...statement,
        Sid: 'A',
        Condition: { StringLike: { 'aws:username': ['a*', '${aws:userid}'] } },
      },
    ])
    fc.assert(
      fc.property(fc.nat(valid.length - 1), fc.string({ maxLength: 2 }), (at, replacement) =>
        throwsOnlyItsOwn(`${valid.slice(0, at)}${replacement}${valid.slice(at + 1)}`),
      ),
      { numRuns: 3_000 },
    )
  })
})
