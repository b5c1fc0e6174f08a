/** What is tried against the way to a bucket, in both carriers; and that no condition of an attack holds by itself. */
import { beforeAll, describe, expect, test } from 'vitest'
import { attacks as texts } from '#i18n/en/attacks.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import type { HopEvent } from '#kernel/trace/recording.ts'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { attacks } from '#scenarios/create-bucket/attacks/index.ts'
import { createBucket } from '#scenarios/create-bucket/index.ts'
import { openWorld } from '#scenarios/create-bucket/openWorld.ts'
import type { Answer } from '#scenarios/engine/answer.ts'
import type { Attempt } from '#scenarios/engine/attack.ts'
import { AttackDoesNotFit } from '#scenarios/engine/attackDoesNotFit.ts'
import type { RecordedExchange } from '#scenarios/engine/exchanges.ts'
import { judged, type RanAttack, runAttack } from '#scenarios/engine/runAttack.ts'
import type { AttackOptions, AttackReport, ScenarioEvent } from '#scenarios/engine/scenario.ts'
import { normalised } from './normalised.ts'

const limit = 240_000

async function attack(options: Partial<AttackOptions> = {}) {
  const events: ScenarioEvent[] = []
  const ran = await createBucket.attack({
    entry: 'cli',
    hops: 'local',
    onEvent: (event) => events.push(event),
    ...options,
  })
  return { ...ran, events }
}

type Ending = readonly [
  sentence: string,
  id: string,
  hop: number,
  party: string,
  status: number | null,
  code: string,
]

const endings: readonly Ending[] = [
  [
    'Identity Center gives a stranger the token of whoever approves their code',
    'device-phishing',
    1,
    'identity-center',
    200,
    'accepted',
  ],
  [
    'the ACS refuses an assertion in which a name was changed',
    'tamper-assertion',
    4,
    'identity-center',
    403,
    'digest',
  ],
  [
    'the ACS takes an assertion once, also from another browser',
    'replay-assertion',
    4,
    'identity-center',
    403,
    'replay',
  ],
  [
    'GetRoleCredentials is forbidden in an account without assignment',
    'not-assigned',
    7,
    'identity-center',
    403,
    'ForbiddenException',
  ],
  [
    'STS gives a reserved role to Identity Center alone',
    'outsider-on-reserved-role',
    8,
    'sts',
    403,
    'AccessDenied',
  ],
  ['S3 refuses a date 15:01 old', 'late', 9, 's3', 403, 'RequestTimeTooSkewed'],
  [
    'S3 accepts the same bytes again for 15 minutes, and no longer',
    'replay-request',
    9,
    's3',
    403,
    'RequestTimeTooSkewed',
  ],
  [
    'a secret that is a word falls offline',
    'brute-force',
    9,
    'cli',
    null,
    'test, 40 characters take 2.8e+52 years',
  ],
  [
    'S3 refuses a signature with another digit',
    'tamper-signature',
    10,
    's3',
    403,
    'SignatureDoesNotMatch',
  ],
  ['IAM opens a token for no other key', 'swap-token', 10, 's3', 400, 'InvalidToken'],
  ['a session ends when it said', 'expire', 10, 's3', 400, 'ExpiredToken'],
  ['what nobody grants is denied', 'no-permission', 11, 's3', 403, 'AccessDenied'],
  ['a denial outweighs a grant', 'explicit-deny', 11, 's3', 403, 'AccessDenied'],
  ['an SCP outweighs what the account grants', 'scp', 11, 's3', 403, 'AccessDenied'],
  ['a boundary caps what the role grants', 'boundary', 11, 's3', 403, 'AccessDenied'],
  ['AWSRevokeOlderSessions bites on the next request', 'revoke', 11, 's3', 403, 'AccessDenied'],
  [
    'S3 refuses a body that is not the one whose hash was signed',
    'tamper-body',
    12,
    's3',
    400,
    'XAmzContentSHA256Mismatch',
  ],
  [
    'S3 believes no decision of IAM on another request',
    'foreign-decision',
    12,
    's3',
    500,
    'InternalError',
  ],
  [
    'IAM answers no question that an expired hop credential signed',
    'expired-hop',
    12,
    's3',
    500,
    'InternalError',
  ],
]

const broken = ({ conditions }: AttackReport) => conditions.filter(({ holds }) => !holds)

describe('over HTTP', () => {
  const ran = new Map<string, RanAttack>()

  beforeAll(async () => {
    const seed = defaultSeed()
    for (const each of attacks)
      ran.set(
        each.id,
        await runAttack(each, {
          seed,
          open: (patched, wiretap) => openWorld(patched, { hops: 'http' }, wiretap),
        }),
      )
  }, limit)

  test.each(endings)('%s (%s)', (_sentence, id, hop, party, status, code) => {
    const { report } = ran.get(id)!
    expect(broken(report)).toEqual([])
    expect(report).toMatchObject({ id, hop, party, status, code, verdict: 'passed' })
  })

  test('that is all of them, in the order of the hops', () => {
    expect(attacks.map(({ id }) => id)).toEqual(endings.map(([, id]) => id))
    const hops = attacks.map(({ hop }) => hop)
    expect(hops).toEqual(hops.toSorted((a, b) => a - b))
  })

  test('a refusal changes nothing in any account of any service, nor any body', () => {
    for (const { report, attempt } of ran.values()) {
      if (report.outcome !== 'refused') continue
      expect([report.id, attempt?.differences]).toEqual([report.id, []])
      expect(attempt?.compared).toBeGreaterThan(50)
    }
  })

  test('no secret and no token is in a report or a recording', () => {
    const secrets = [/IQoJb3JpZ2luX2Vj/, /aoa[\w-]{40}/, /known-to-whoever-reads-this/]
    for (const { report, recording } of ran.values())
      for (const secret of secrets)
        expect([report.id, secret.test(JSON.stringify([report, recording]))]).toEqual([
          report.id,
          false,
        ])
  })

  describe('no condition holds by itself', () => {
    test.each(attacks.map(({ id }) => id))('%s', (id) => {
      const attack = attacks.find((each) => each.id === id)!
      const { attempt } = ran.get(id)!
      for (const { key, holds } of judged(attack, attempt!)) {
        expect([key, holds]).toEqual([key, true])
        const otherwise = judged(attack, changes[key]!(attempt!))
        expect([key, otherwise.find((each) => each.key === key)?.holds]).toEqual([key, false])
      }
    })

    test('and none is said that no attack has', () => {
      const told = new Set(
        [...ran].flatMap(([, { report }]) => report.conditions.map(({ key }) => key)),
      )
      expect([...told, 'cameToTheAttack'].sort()).toEqual(Object.keys(texts.conditions).sort())
    })
  })
})

describe('as function calls', () => {
  let local: Awaited<ReturnType<typeof attack>>
  beforeAll(async () => {
    local = await attack()
  }, limit)

  test('17 end the same, and the two that need bytes on a hop are skipped', () => {
    const { passed, failed, skipped, hops } = local.report
    expect({ passed, failed, skipped, hops }).toEqual({
      passed: 17,
      failed: 0,
      skipped: 2,
      hops: [],
    })
    const ended = local.report.attacks.filter(({ verdict }) => verdict !== 'skipped')
    expect(ended.map(({ id, status, code }) => [id, status, code])).toEqual(
      endings
        .filter(([, id]) => id !== 'foreign-decision' && id !== 'expired-hop')
        .map(([, id, , , status, code]) => [id, status, code]),
    )
    expect(local.report.attacks.flatMap(({ because }) => because ?? [])).toEqual([
      'needsBytesOnAHop',
      'needsBytesOnAHop',
    ])
  })

  test('each is told before it runs and when it has ended', () => {
    const begun = local.events.filter((event) => event.kind === 'attacking')
    expect(begun.map(({ attack: { id }, n, of }) => [id, n, of])).toEqual(
      endings.map(([, id], at) => [id, at + 1, endings.length]),
    )
    const ended = local.events.filter((event) => event.kind === 'attacked')
    expect(ended.map(({ attack: { id } }) => id)).toEqual(endings.map(([, id]) => id))
    expect(local.events.at(-1)?.kind).toBe('ended')
  })
})

describe('a seed of one’s own', () => {
  const without = (change: (seed: Seed) => void): Seed => {
    const seed = structuredClone(defaultSeed())
    change(seed)
    return seed
  }
  const noOrganization = without((seed) => {
    delete seed.organization
  })

  test.each([
    ['scp', 'noMemberAccount', noOrganization],
    [
      'not-assigned',
      'noAccount',
      without(({ accounts, identityCenter }) => {
        for (const { id } of accounts)
          identityCenter!.assignments!.push({
            account: id,
            permissionSet: 'BucketCreator',
            user: 'ana@example.com',
          })
      }),
    ],
    [
      'brute-force',
      'noCommonSecret',
      without(({ accounts }) => {
        accounts[0]!.users![0]!.accessKeys![0]!.secretAccessKey = 'k'.repeat(40)
      }),
    ],
  ])('that does not fit %s is refused by name: %s', async (only, reason, seed) => {
    const refused = await attack({ only, seed }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(AttackDoesNotFit)
    expect(refused).toMatchObject({ attack: only, reason })
  })

  test('keeps its people and names where it fits', async () => {
    const seed = without(({ workforce, identityCenter }) => {
      workforce!.users[0]!.userName = 'zoe@example.com'
      identityCenter!.permissionSets![0]!.name = 'Maker'
      for (const each of identityCenter!.assignments!)
        if (each.permissionSet === 'BucketCreator') each.permissionSet = 'Maker'
    })
    const { report, recordings } = await attack({ only: 'explicit-deny', seed })
    expect(report).toMatchObject({ passed: 1, failed: 0, skipped: 0 })
    expect(JSON.stringify(recordings.get('explicit-deny'))).toContain('zoe-first-bucket')
    expect(seed.identityCenter?.permissionSets?.[0]?.inlinePolicy).toEqual(
      defaultSeed().identityCenter?.permissionSets?.[0]?.inlinePolicy,
    )
  })

  test('in which nobody may make a bucket proves nothing: the attack fails, and says why', async () => {
    const seed = without(({ identityCenter }) => {
      identityCenter!.permissionSets![0]!.inlinePolicy = {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
      }
    })
    const { report } = await attack({ only: 'tamper-body', seed })
    expect(report).toMatchObject({ passed: 0, failed: 1 })
    expect(broken(report.attacks[0]!).map(({ key }) => key)).toContain('unalteredAccepted')
  })
})

test('with the same random seed an attack is the same twice', async () => {
  const options = { only: 'swap-token', randomSeed: 7, hops: 'http' } as const
  const [first, second] = [await attack(options), await attack(options)]
  const of = ({ recordings }: typeof first) => normalised(recordings.get('swap-token')!)
  expect(of(second)).toEqual(of(first))
  const other = await attack({ ...options, randomSeed: 8 })
  const ids = ({ recordings }: typeof first) =>
    JSON.stringify(recordings.get('swap-token')).match(/AWSReservedSSO_BucketCreator_\w{16}/)?.[0]
  expect(ids(second)).toBe(ids(first))
  expect(ids(other)).not.toBe(ids(first))
})

test('no further attack begins once it is called off', async () => {
  const controller = new AbortController()
  const ended: string[] = []
  const running = attack({
    signal: controller.signal,
    onEvent: (event) => {
      if (event.kind !== 'attacked') return
      ended.push(event.attack.id)
      controller.abort(new Error('called off'))
    },
  })
  await expect(running).rejects.toThrow('called off')
  expect(ended).toEqual(['device-phishing'])
})

/** The same attempt, but for one thing: so that the condition of this name does not hold. */
type Change = (attempt: Attempt) => Attempt

const answered = (name: string, answer: Partial<Answer>): Change => {
  return (attempt) => ({
    ...attempt,
    others: { ...attempt.others, [name]: { ...attempt.others[name]!, ...answer } },
  })
}

const refused = (name: string): Change => answered(name, { status: 403, code: 'AccessDenied' })
const attacked = (answer: Partial<Answer>): Change => {
  return (attempt) => ({ ...attempt, answer: { ...attempt.answer, ...answer } })
}
const fact = (name: string, value: string | number): Change => {
  return (attempt) => ({ ...attempt, facts: { ...attempt.facts, [name]: value } })
}
const exchanged = (change: (exchange: RecordedExchange) => RecordedExchange): Change => {
  return (attempt) => ({ ...attempt, exchanges: attempt.exchanges.map(change) })
}
const nothingFound = (topic: string): Change =>
  exchanged((exchange) => ({
    ...exchange,
    finding: (other) => (other === topic ? {} : exchange.finding(other)),
  }))
const asked = (change: (hop: HopEvent) => HopEvent): Change =>
  exchanged((exchange) => ({
    ...exchange,
    hops: exchange.hops.map((hop) => (hop.about === 'authorization.authorize' ? change(hop) : hop)),
  }))
const decided = (change: (decision: Decision) => Decision): Change =>
  asked((hop) => ({
    ...hop,
    answer: { decisions: (hop.answer as { decisions: Decision[] }).decisions.map(change) },
  }))
const everyLayer = (verdict: 'allow' | 'explicitDeny' | 'implicitDeny'): Change =>
  decided((decision) => ({
    ...decision,
    layers: decision.layers.map((layer) => ({ ...layer, verdict })),
  }))

const changes: Readonly<Record<string, Change>> = {
  refusedAsDeclared: attacked({ status: 200, code: null }),
  acceptedAsDeclared: attacked({ status: 403, code: 'AccessDenied' }),
  foundOffline: attacked({ code: null }),
  nothingChanged: (attempt) => ({ ...attempt, differences: ['s3/buckets 222222222222/ b'] }),
  unalteredAccepted: refused('unaltered'),
  otherNameRefused: answered('otherName', { status: 200, code: null }),
  iamHadAllowed: decided((decision) => ({ ...decision, decision: 'Deny' })),
  youngerAccepted: refused('justInTime'),
  replayAccepted: refused('replayed'),
  capturedWasGood: refused('unaltered'),
  secretFell: fact('isTheSecret', 0),
  longSecretHolds: fact('longGuessed', 1),
  ownTokenAccepted: refused('ownToken'),
  lastSecondAccepted: refused('lastSecond'),
  listAccepted: refused('listed'),
  nobodyDenies: everyLayer('explicitDeny'),
  layerDenies: everyLayer('implicitDeny'),
  layerDoesNotAllow: everyLayer('allow'),
  layerAllows: everyLayer('implicitDeny'),
  grantMatchedToo: decided((decision) => ({
    ...decision,
    layers: decision.layers.map((layer) => ({ ...layer, policies: [] })),
  })),
  reservedRoleRefuses: answered('reserved', { status: 200, code: null }),
  freshSessionAccepted: refused('fresh'),
  responseAccepted: refused('unaltered'),
  ownRoleAccepted: refused('unaltered'),
  identityCenterAccepted: exchanged((exchange) => ({ ...exchange, response: undefined })),
  assertionWasGood: nothingFound('saml'),
  decisionsDiffered: (attempt) => ({ ...attempt, changed: [] }),
  s3DidNotBelieve: asked((hop) => ({ ...hop, outcome: 'answered' })),
  listenerRefused: answered('listener', { status: 200, code: null }),
  victimApproved: nothingFound('device-approval'),
  tokenIsTheVictims: nothingFound('access-token'),
  attackerMadeABucket: refused('made'),
}
