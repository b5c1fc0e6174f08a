import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSeed } from '#sandbox/seed/checkSeed.ts'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import { seedProblemText } from '#sandbox/seed/seedProblem.ts'

const dev = { id: '111122223333', name: 'dev' }
const other = { id: '444455556666', name: 'other' }
const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' }
const ana = { userName: 'ana@example.com', password: 'p', groups: ['builders'] }
const reader = { name: 'Reader' }

const withPolicies = (...policies: object[]) => ({
  accounts: [dev, other],
  organization: { managementAccountId: dev.id, accounts: [other.id], policies },
})
const withAssignment = (assignment: object) => ({
  accounts: [dev],
  workforce: { users: [ana] },
  identityCenter: { accountId: dev.id, permissionSets: [reader], assignments: [assignment] },
})
const withPermissionSet = (...permissionSets: object[]) => ({
  accounts: [dev],
  identityCenter: { accountId: dev.id, permissionSets },
})
const statement = (characters: number) => ({ Statement: 'x'.repeat(characters) })

const said = (seed: unknown) => checkSeed(seed).map((problem) => seedProblemText(problem))

describe('form', () => {
  const cases: [what: string, seed: unknown, sentences: string[]][] = [
    ['an empty file', null, ['the file: must hold fields; write them as name: value']],
    ['no accounts', {}, ['accounts: is required; add it']],
    [
      'accounts that are no list',
      { accounts: {} },
      ['accounts: must be a list; write its items as [a, b] or each after a dash'],
    ],
    [
      'a mistyped field',
      { accounts: [{ ...dev, nmae: 'x' }] },
      ['accounts[0].nmae: is not a field of the seed; did you mean name?'],
    ],
    [
      'a field that resembles nothing',
      { accounts: [], workforce: { users: [], xyzzyplugh: 1 } },
      ['workforce.xyzzyplugh: is not a field of the seed; here it takes users'],
    ],
    [
      'a field with an odd name',
      { accounts: [], 'a/b c': 1 },
      [
        '["a/b c"]: is not a field of the seed; here it takes accounts, organization, workforce, identityCenter',
      ],
    ],
    [
      'a region that would be a line of its own in a configuration file',
      { accounts: [dev], identityCenter: { accountId: dev.id, region: 'us-east-1\nx = y' } },
      [
        'identityCenter.region: has a form that the seed does not take; see the default seed for an example',
      ],
    ],
    [
      'an account id that YAML reads as a number',
      { accounts: [{ ...dev, id: 111122223333 }] },
      ['accounts[0].id: must be twelve digits in quotes, such as "111122223333"; correct it'],
    ],
    [
      'an account id of eleven digits',
      { accounts: [{ ...dev, id: '11112222333' }] },
      ['accounts[0].id: must be twelve digits in quotes, such as "111122223333"; correct it'],
    ],
    [
      'an account without name',
      { accounts: [{ id: dev.id }] },
      ['accounts[0].name: is required; add it'],
    ],
    [
      'a canonical user id in upper case',
      { accounts: [{ ...dev, canonicalUserId: 'A'.repeat(64) }] },
      [
        'accounts[0].canonicalUserId: must be 64 lower-case hexadecimal digits; correct it or leave it out',
      ],
    ],
    [
      'a password that YAML reads as a number',
      { accounts: [], workforce: { users: [{ userName: 'ana', password: 1234 }] } },
      ['workforce.users[0].password: must be text; put it in quotes'],
    ],
    [
      'a person without password',
      { accounts: [], workforce: { users: [{ userName: 'ana' }] } },
      ['workforce.users[0].password: is required; add it'],
    ],
    [
      'an access key id of three characters',
      { accounts: [{ ...dev, rootAccessKey: { ...key, accessKeyId: 'abc' } }] },
      ['accounts[0].rootAccessKey.accessKeyId: must not be shorter than 4; write it out'],
    ],
    [
      'a user name of 65 characters',
      { accounts: [{ ...dev, users: [{ name: 'u'.repeat(65) }] }] },
      ['accounts[0].users[0].name: must not be longer than 64; shorten it'],
    ],
    [
      'a policy of an unknown type',
      withPolicies({ name: 'p', type: 'SPC', content: {}, targets: [] }),
      ['organization.policies[0].type: must be one of SCP, RCP; correct it'],
    ],
    [
      'a policy document that is no object',
      withPermissionSet({ ...reader, inlinePolicy: 'allow' }),
      [
        'identityCenter.permissionSets[0].inlinePolicy: must hold fields; write them as name: value',
      ],
    ],
    [
      'a permission set with a space in its name',
      withPermissionSet({ name: 'Read Only' }),
      [
        'identityCenter.permissionSets[0].name: must be 1 to 32 of the characters A-Z a-z 0-9 _ + = , . @ -; rename it',
      ],
    ],
    [
      'two faults at once',
      { accounts: [{ id: 'x' }] },
      [
        'accounts[0].name: is required; add it',
        'accounts[0].id: must be twelve digits in quotes, such as "111122223333"; correct it',
      ],
    ],
  ]
  test.each(cases)('refuses %s', (_what, seed, sentences) => {
    expect(said(seed)).toEqual(sentences)
  })
})

describe('meaning', () => {
  const cases: [what: string, seed: unknown, sentences: string[]][] = [
    [
      'two accounts of one id',
      { accounts: [dev, other, dev] },
      [
        'accounts[2].id: 111122223333 is already the account at accounts[0].id; give each account an id of its own',
      ],
    ],
    [
      'two IAM users that differ in case alone',
      { accounts: [{ ...dev, users: [{ name: 'Dev' }, { name: 'dev' }] }] },
      [
        'accounts[0].users[1].name: dev is already the user at accounts[0].users[0].name; IAM ignores case, so choose another name',
      ],
    ],
    [
      'a key id of two accounts, without showing the key',
      {
        accounts: [
          { ...dev, rootAccessKey: key },
          { ...other, users: [{ name: 'u', accessKeys: [key] }] },
        ],
      },
      [
        'accounts[1].users[0].accessKeys[0].accessKeyId: is already the key at accounts[0].rootAccessKey.accessKeyId; give each key an id of its own',
      ],
    ],
    [
      'an organization whose management account is nowhere',
      { accounts: [dev], organization: { managementAccountId: '999988887777' } },
      [
        'organization.managementAccountId: there is no account 999988887777; add it to accounts or correct the id',
      ],
    ],
    [
      'an account of a unit that is nowhere',
      {
        accounts: [dev],
        organization: {
          managementAccountId: dev.id,
          ous: [{ name: 'a', ous: [{ name: 'b', accounts: ['111122223334'] }] }],
        },
      },
      [
        'organization.ous[0].ous[0].accounts[0]: there is no account 111122223334; did you mean 111122223333?',
      ],
    ],
    [
      'an account in two places of the tree',
      {
        accounts: [dev, other],
        organization: {
          managementAccountId: dev.id,
          accounts: [other.id],
          ous: [{ name: 'a', accounts: [other.id] }],
        },
      },
      [
        'organization.ous[0].accounts[0]: account 444455556666 already stands at organization.accounts[0]; keep it in one place',
      ],
    ],
    [
      'two units of one name, and a unit named root',
      {
        accounts: [dev],
        organization: {
          managementAccountId: dev.id,
          ous: [{ name: 'a' }, { name: 'root', ous: [{ name: 'a' }] }],
        },
      },
      [
        'organization.ous[1].name: root means the root of the organization; choose another name',
        'organization.ous[1].ous[0].name: a is already the organizational unit at organization.ous[0].name; rename one of them',
      ],
    ],
    [
      'a policy whose target is nowhere',
      withPolicies({ name: 'p', type: 'SCP', content: {}, targets: ['root', 'Workloads'] }),
      [
        'organization.policies[0].targets[1]: there is no target Workloads; write root, the name of an OU or an account of it',
      ],
    ],
    [
      'two organization policies of one name',
      withPolicies(
        { name: 'p', type: 'SCP', content: {}, targets: [] },
        { name: 'p', type: 'RCP', content: {}, targets: [] },
      ),
      [
        'organization.policies[1].name: p is already the policy at organization.policies[0].name; rename one of them',
      ],
    ],
    [
      'an organization policy of 5,121 characters',
      withPolicies({ name: 'p', type: 'SCP', content: statement(5_105), targets: [] }),
      [
        'organization.policies[0].content: has 5121 characters and AWS takes 5120; shorten the policy',
      ],
    ],
    [
      'two people that differ in case alone',
      { accounts: [], workforce: { users: [ana, { ...ana, userName: 'Ana@example.com' }] } },
      [
        'workforce.users[1].userName: Ana@example.com is already the person at workforce.users[0].userName; case is ignored, so choose another',
      ],
    ],
    [
      'a TOTP secret that is not base32, without showing it',
      { accounts: [], workforce: { users: [{ ...ana, totpSecret: 'not-a-secret-0189' }] } },
      [
        'workforce.users[0].totpSecret: must be base32 (A-Z and 2-7), at least 16 characters; encode the secret so',
      ],
    ],
    [
      'Identity Center in an account that is nowhere',
      { accounts: [dev], identityCenter: { accountId: other.id } },
      [
        'identityCenter.accountId: there is no account 444455556666; add it to accounts or correct the id',
      ],
    ],
    [
      'two permission sets of one name',
      withPermissionSet(reader, reader),
      [
        'identityCenter.permissionSets[1].name: Reader is already the permission set at identityCenter.permissionSets[0].name; rename one of them',
      ],
    ],
    [
      'an inline policy of 32,769 characters in a permission set',
      withPermissionSet({ ...reader, inlinePolicy: statement(32_753) }),
      [
        'identityCenter.permissionSets[0].inlinePolicy: has 32769 characters and AWS takes 32768; shorten the policy',
      ],
    ],
    [
      'an inline policy of 2,049 characters of an IAM user',
      { accounts: [{ ...dev, users: [{ name: 'u', inlinePolicy: statement(2_033) }] }] },
      [
        'accounts[0].users[0].inlinePolicy: has 2049 characters and AWS takes 2048; shorten the policy',
      ],
    ],
    [
      'an assignment to nobody',
      withAssignment({ account: dev.id, permissionSet: 'Reader' }),
      ['identityCenter.assignments[0]: takes exactly one of group and user; keep one'],
    ],
    [
      'an assignment to a group and a user',
      withAssignment({
        account: dev.id,
        permissionSet: 'Reader',
        group: 'builders',
        user: 'ana@example.com',
      }),
      ['identityCenter.assignments[0]: takes exactly one of group and user; keep one'],
    ],
    [
      'an assignment of a mistyped permission set to a mistyped group',
      withAssignment({ account: dev.id, permissionSet: 'Raeder', group: 'bilders' }),
      [
        'identityCenter.assignments[0].permissionSet: there is no permission set Raeder; did you mean Reader?',
        'identityCenter.assignments[0].group: nobody of the workforce is in the group bilders; did you mean builders?',
      ],
    ],
    [
      'an assignment of names that resemble nothing',
      withAssignment({ account: other.id, permissionSet: 'Administrator', user: 'zoe' }),
      [
        'identityCenter.assignments[0].account: there is no account 444455556666; add it to accounts or correct the id',
        'identityCenter.assignments[0].permissionSet: there is no permission set Administrator; add it to identityCenter.permissionSets',
        'identityCenter.assignments[0].user: there is no person zoe in workforce.users; add them or correct the name',
      ],
    ],
  ]
  test.each(cases)('refuses %s', (_what, seed, sentences) => {
    expect(said(seed)).toEqual(sentences)
  })

  test.each(['PT30M', 'PT59M59S', 'PT13H', 'PT12H1S', 'P1D', '1h', 'PT', 'PT1H30', ''])(
    'refuses a session duration of %j',
    (sessionDuration) => {
      expect(said(withPermissionSet({ ...reader, sessionDuration }))).toEqual([
        `identityCenter.permissionSets[0].sessionDuration: must be from PT1H to PT12H; ${sessionDuration} is not`,
      ])
    },
  )

  test.each(['PT1H', 'PT12H', 'PT60M', 'PT90M', 'PT1H30M', 'PT3600S'])(
    'takes a session duration of %s',
    (sessionDuration) => {
      expect(checkSeed(withPermissionSet({ ...reader, sessionDuration }))).toEqual([])
    },
  )

  test('speaks Spanish about the same problem', () => {
    const [problem] = checkSeed(withPermissionSet({ ...reader, sessionDuration: 'PT30M' }))
    expect(seedProblemText(problem!, 'es')).toBe(
      'identityCenter.permissionSets[0].sessionDuration: debe estar entre PT1H y PT12H; PT30M no lo está',
    )
  })
})

describe('bounds', () => {
  const nested = (depth: number) => {
    let value: unknown = 'x'
    for (let level = 0; level < depth; level++) value = [value]
    return value
  }

  test('refuses units nested without end instead of overflowing', () => {
    let ou: object = { name: 'leaf' }
    for (let level = 0; level < 100_000; level++) ou = { name: `u${level}`, ous: [ou] }
    const seed = { accounts: [dev], organization: { managementAccountId: dev.id, ous: [ou] } }
    expect(checkSeed(seed)).toMatchObject([{ key: 'tooDeep' }])
  })

  test('refuses a value that holds itself', () => {
    const policy: Record<string, unknown> = {}
    policy['Statement'] = [policy, policy]
    expect(checkSeed(withPermissionSet({ ...reader, inlinePolicy: policy }))).toHaveLength(1)
  })

  test('takes a policy as deep as people write them', () => {
    expect(checkSeed(withPermissionSet({ ...reader, inlinePolicy: { a: nested(40) } }))).toEqual([])
  })
})

describe('any input', () => {
  test('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        for (const problem of checkSeed(value))
          expect(seedProblemText(problem)).toMatch(/^.+: .+$/s)
      }),
    )
  })

  test('never throws on the default seed with any one value replaced, and fills every sentence', () => {
    const paths = leavesOf(defaultSeed())
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const seed = structuredClone(defaultSeed())
        replace(seed, path, value)
        for (const problem of checkSeed(seed)) {
          expect(problem.path).toMatch(/^(accounts|organization|workforce|identityCenter|$)/)
          expect(seedProblemText(problem, 'es')).not.toMatch(/\{\w+\}/)
        }
      }),
    )
  })
})

type Path = (string | number)[]

function leavesOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [
    ...(at.length > 0 ? [at] : []),
    ...Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...at, name])),
  ]
}

function replace(root: unknown, path: Path, value: unknown): void {
  let container = root as Record<string | number, unknown>
  for (const name of path.slice(0, -1)) container = container[name] as typeof container
  container[path.at(-1)!] = value
}
