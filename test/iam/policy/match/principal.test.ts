import { describe, expect, test } from 'vitest'
import {
  compilePrincipals,
  grantOf,
  identities,
  matchesPrincipal,
  matchPrincipal,
  type PrincipalType,
} from '#iam/policy/match/principal.ts'
import { anonymous, type Caller } from '#kernel/hops/caller.ts'
import {
  ACCOUNT,
  ana,
  cloudtrail,
  federated,
  OTHER_ACCOUNT,
  reader,
  root,
  session,
} from '../question.ts'

const CANONICAL = 'c'.repeat(64)

const saml: Caller = {
  type: 'SAMLUser',
  accountId: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:saml-provider/corp`,
  userId: 'base64:ana@example.com',
  tags: {},
}

const web: Caller = {
  type: 'WebIdentityUser',
  accountId: '',
  arn: 'accounts.google.com',
  userId: 'accounts.google.com:app:1',
  tags: {},
  session: { ...session, federatedProvider: 'accounts.google.com' },
}

interface Options {
  readonly negated?: true
  readonly hasBoundary?: true
}

function match(
  caller: Caller,
  values: readonly (readonly [PrincipalType, string])[],
  { negated, hasBoundary }: Options = {},
) {
  const element = compilePrincipals(values, negated ?? false)
  const question = {
    arn: caller.arn,
    identities: () => identities(caller, CANONICAL),
    hasBoundary: hasBoundary ?? false,
  }
  const reason = matchPrincipal(element, question)
  expect(matchesPrincipal(element, question)).toBe(reason.matched)
  return { reason, grant: grantOf(element, question) }
}

describe('Principal', () => {
  test.each([
    ['a user by ARN', ana, 'AWS', ana.arn, 'user'],
    ['a user by unique id', ana, 'AWS', ana.userId, 'user'],
    ['a role by ARN', reader, 'AWS', session.roleArn ?? '', 'role'],
    ['a role by unique id', reader, 'AWS', session.roleId ?? '', 'role'],
    ['a role session', reader, 'AWS', reader.arn, 'session'],
    ['a federated user', federated, 'AWS', federated.arn, 'session'],
    ['an account by ARN', ana, 'AWS', `arn:aws:iam::${ACCOUNT}:root`, 'account'],
    ['an account by id', reader, 'AWS', ACCOUNT, 'account'],
    ['an account by canonical user id', ana, 'CanonicalUser', CANONICAL, 'account'],
    ['the root user, as the account', root, 'AWS', ACCOUNT, 'account'],
    ['a service', cloudtrail, 'Service', 'cloudtrail.amazonaws.com', 'session'],
    ['a SAML provider', saml, 'Federated', saml.arn, 'session'],
    ['an OIDC provider', web, 'Federated', 'accounts.google.com', 'session'],
    ['everyone', ana, 'AWS', '*', 'everyone'],
    ['everyone, the anonymous included', anonymous, 'AWS', '*', 'everyone'],
    ['everyone, services included', cloudtrail, 'AWS', '*', 'everyone'],
  ] as const)('%s', (_, caller, type, value, grant) => {
    expect(match(caller, [[type, value]])).toMatchObject({ grant, reason: { matched: true } })
  })

  test.each([
    ['another user', ana, 'AWS', `arn:aws:iam::${ACCOUNT}:user/eva`],
    ['the user without its path', ana, 'AWS', `arn:aws:iam::${ACCOUNT}:user/ana`],
    ['the user in another case', ana, 'AWS', ana.arn.replace('ana', 'Ana')],
    ['another account', ana, 'AWS', OTHER_ACCOUNT],
    ['a wildcard in a name', ana, 'AWS', `arn:aws:iam::${ACCOUNT}:user/*`],
    ['a wildcard for all sessions', reader, 'AWS', `arn:aws:sts::${ACCOUNT}:assumed-role/Reader/*`],
    [
      'another session of the role',
      reader,
      'AWS',
      `arn:aws:sts::${ACCOUNT}:assumed-role/Reader/eva`,
    ],
    ['a new role of the old name', reader, 'AWS', 'AROADELETEDDELETEDDEL'],
    ['a service of that name', ana, 'Service', ana.arn],
    ['a federated provider, to a role session', reader, 'Federated', saml.arn],
    ['the account of a SAML provider', saml, 'AWS', ACCOUNT],
    ['an account, to a service', cloudtrail, 'AWS', ACCOUNT],
    ['an account, to the anonymous', anonymous, 'AWS', ACCOUNT],
    ['another service', cloudtrail, 'Service', 's3.amazonaws.com'],
  ] as const)('is not %s', (_, caller, type, value) => {
    expect(match(caller, [[type, value]])).toMatchObject({
      grant: undefined,
      reason: { matched: false, key: 'noPrincipalMatches' },
    })
  })

  test('counts the most direct of several names', () => {
    const values = [
      ['AWS', ACCOUNT],
      ['AWS', reader.arn],
      ['AWS', session.roleArn ?? ''],
    ] as const
    expect(match(reader, values).grant).toBe('session')
    expect(match(reader, [values[0], values[2]]).grant).toBe('role')
  })

  test('says how the caller was found', () => {
    expect(match(ana, [['AWS', '*']]).reason).toEqual({
      element: 'principal',
      matched: true,
      key: 'principalMatchesEveryone',
      wanted: ['*'],
      got: [ana.arn],
    })
    expect(match(ana, [['AWS', ACCOUNT]]).reason.key).toBe('principalMatchesAccount')
    expect(match(reader, [['AWS', session.roleArn ?? '']]).reason.key).toBe('principalMatchesRole')
    expect(match(ana, [['AWS', ana.arn]]).reason.key).toBe('principalMatches')
  })
})

describe('NotPrincipal', () => {
  const not = (caller: Caller, names: readonly string[], hasBoundary?: true) =>
    match(
      caller,
      names.map((name) => ['AWS', name] as const),
      { negated: true, ...(hasBoundary && { hasBoundary }) },
    ).reason

  test('spares who is named with their account', () => {
    expect(not(ana, [ana.arn, ACCOUNT])).toMatchObject({
      matched: false,
      key: 'principalExcluded',
    })
    expect(not(reader, [reader.arn, session.roleArn ?? '', ACCOUNT]).matched).toBe(false)
    expect(not(root, [ACCOUNT]).matched).toBe(false)
  })

  test('hits who is named without what they belong to', () => {
    expect(not(ana, [ana.arn])).toMatchObject({ matched: true, key: 'principalNotExcluded' })
    expect(not(reader, [reader.arn, ACCOUNT]).matched).toBe(true)
    expect(not(reader, [session.roleArn ?? '', ACCOUNT]).matched).toBe(true)
    expect(not(ana, [ACCOUNT]).matched).toBe(true)
  })

  test('hits everyone else', () => {
    expect(not(ana, [`arn:aws:iam::${ACCOUNT}:user/eva`, ACCOUNT]).matched).toBe(true)
    expect(not(anonymous, [ACCOUNT]).matched).toBe(true)
    expect(not(cloudtrail, [ACCOUNT]).matched).toBe(true)
  })

  test('hits everyone who has a permissions boundary, named or not', () => {
    expect(not(ana, [ana.arn, ACCOUNT], true)).toMatchObject({
      matched: true,
      key: 'boundaryDefeatsNotPrincipal',
    })
  })

  test('of everyone hits nobody', () => {
    expect(not(ana, ['*'], true).matched).toBe(false)
    expect(not(anonymous, ['*']).matched).toBe(false)
  })
})
