/** A check that cannot fail proves nothing: each check of the twelve hops meets a run in which it does not hold. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Decision } from '#kernel/hops/decision.ts'
import type { HopEvent, RecordedEvent } from '#kernel/trace/recording.ts'
import { startSandbox } from '#sandbox/index.ts'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import { castOf } from '#scenarios/create-bucket/cast.ts'
import { steps } from '#scenarios/create-bucket/steps.ts'
import type { World } from '#scenarios/create-bucket/world.ts'
import { createBrowser } from '#scenarios/engine/browser.ts'
import { exchangesOf } from '#scenarios/engine/exchanges.ts'
import { createHome } from '#scenarios/engine/home.ts'
import { runSteps } from '#scenarios/engine/runSteps.ts'

interface Played {
  readonly world: World
  readonly recording: readonly RecordedEvent[]
}

async function play(hops: 'local' | 'http'): Promise<Played> {
  const seed = defaultSeed()
  const sandbox = await startSandbox({ seed, hops, freshness: 'sandbox' })
  const home = await createHome()
  const signal = undefined
  const browser = createBrowser({ userAgent: 'Mozilla/5.0 (test)', language: 'en', signal })
  const world: World = { sandbox, home, browser, cast: castOf(seed), signal }
  try {
    await runSteps(steps, { world, recording: sandbox.recording, onHop: () => {} })
    return { world, recording: sandbox.recording() }
  } finally {
    await home.remove()
    await sandbox.close()
  }
}

/** The checks of a hop by key: whether each holds, of several with one key all. */
function checksOf(n: number, { world, recording }: Played): Map<string, boolean> {
  const hop = steps.flatMap(({ hops }) => hops).find((each) => each.n === n)
  const checks = hop?.find(exchangesOf(recording), world)?.checks ?? []
  const failed = new Set(checks.filter(({ holds }) => !holds).map(({ key }) => key))
  return new Map(checks.map(({ key }) => [key, !failed.has(key)]))
}

/** The same run, but for one thing. */
type Change = (played: Played) => Played
type Data = Readonly<Record<string, unknown>>

const events =
  (change: (event: RecordedEvent, all: readonly RecordedEvent[]) => RecordedEvent): Change =>
  ({ world, recording }) => ({
    world,
    recording: recording.map((event) => change(event, recording)),
  })

/** What the stages found about a topic is something else. */
const found = (topic: string, other: Data | ((data: Data) => Data)): Change =>
  events((event) => {
    if (event.kind !== 'explain' || event.topic !== topic) return event
    const data = typeof other === 'function' ? other(event.data) : { ...event.data, ...other }
    return { ...event, data }
  })

const nothingFound = (topic: string): Change => found(topic, () => ({}))

const samlCheckFails = (name: string): Change =>
  found('saml', ({ checks = [], ...data }) => ({
    ...data,
    checks: (checks as readonly Data[]).map((each) =>
      each['check'] === name ? { ...each, passed: false } : each,
    ),
  }))

const asked = (about: string, change: (hop: HopEvent) => HopEvent): Change =>
  events((event) => (event.kind === 'hop' && event.about === about ? change(event) : event))

const answered = (about: string, answer: Data): Change =>
  asked(about, (hop) => ({ ...hop, answer: { ...(hop.answer as Data), ...answer } }))

const decided = (change: (decision: Decision) => Decision): Change =>
  asked('authorization.authorize', (hop) => ({
    ...hop,
    answer: { decisions: (hop.answer as { decisions: Decision[] }).decisions.map(change) },
  }))

const layerSays = (name: string, verdict: 'explicitDeny' | 'implicitDeny'): Change =>
  decided((decision) => ({
    ...decision,
    layers: decision.layers.map((each) => (each.layer === name ? { ...each, verdict } : each)),
  }))

const isOf = (operation: string, event: RecordedEvent, all: readonly RecordedEvent[]): boolean =>
  'exchange' in event &&
  all.some(
    (each) =>
      each.kind === 'explain' &&
      each.exchange === event.exchange &&
      each.data['operation'] === operation,
  )

const status = (operation: string, other: number): Change =>
  events((event, all) =>
    event.kind === 'response' && isOf(operation, event, all) ? { ...event, status: other } : event,
  )

/** Refused, for whatever the stages had found. */
const refused =
  (operation: string, code: string): Change =>
  ({ world, recording }) => ({
    world,
    recording: recording.flatMap((event) =>
      event.kind === 'explain' && event.topic === 'identify' && isOf(operation, event, recording)
        ? [event, { ...event, topic: 'refusal', data: { code } }]
        : [event],
    ),
  })

const request = (header: string, value: string): Change =>
  events((event) =>
    event.kind === 'request'
      ? {
          ...event,
          headers: event.headers.map(([name, held]) => [
            name,
            name.toLowerCase() === header ? value : held,
          ]),
        }
      : event,
  )

const inWorld =
  (other: Partial<World>): Change =>
  ({ world, recording }) => ({ world: { ...world, ...other }, recording })

const past = '2020-01-01T00:00:00Z'
const someoneElse = 'someone.else@example.com'
const jwsOf = (claims: Data) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`

const unsigned =
  (name: string) =>
  ({ signedHeaders, ...data }: Data): Data => ({
    ...data,
    signedHeaders: (signedHeaders as string[] | undefined)?.filter((each) => each !== name),
  })

type Case = readonly [hop: number, check: string, whatIsWrong: string, change: Change]

const cases: readonly Case[] = [
  [1, 'clientRegistered', 'RegisterClient was refused', status('RegisterClient', 400)],
  [1, 'clientSecretMatches', 'no client was recognised', nothingFound('client')],
  [1, 'startUrlIsOurs', 'the start URL was refused', status('StartDeviceAuthorization', 400)],
  [
    1,
    'pendingUntilApproved',
    'the early question met another refusal',
    found('refusal', { code: 'Other' }),
  ],
  [2, 'serviceProviderKnown', 'the IdP knew nobody', found('authn-request', () => ({}))],
  [2, 'acsRegistered', 'the answer had nowhere to go', nothingFound('authn-request')],
  [2, 'browserCarries', 'a program brought the request', request('user-agent', 'curl/8.0')],
  [3, 'formIsOurs', 'nothing came of the form', nothingFound('sign-in')],
  [3, 'passwordMatches', 'the password was wrong', found('sign-in', { outcome: 'wrong' })],
  [3, 'passwordMatches', 'it was another’s', found('sign-in', { userName: someoneElse })],
  [4, 'assertionSigned', 'no signature was found', nothingFound('saml')],
  [4, 'issuerIsConfigured', 'no issuer was found', nothingFound('saml')],
  [4, 'answersOurRequest', 'it answers another request', samlCheckFails('inResponseTo')],
  [4, 'audienceIsUs', 'it is for another', samlCheckFails('audience')],
  [4, 'recipientIsUs', 'it was to go elsewhere', samlCheckFails('recipient')],
  [4, 'withinTimes', 'it is not valid yet', samlCheckFails('notBefore')],
  [4, 'withinTimes', 'it is over', samlCheckFails('notOnOrAfter')],
  [4, 'assertionUsedOnce', 'it was used before', samlCheckFails('replay')],
  [4, 'userExists', 'the user is unknown', samlCheckFails('user')],
  [4, 'userExists', 'it speaks of another', found('saml', { subject: someoneElse })],
  [5, 'sameBrowserSession', 'another approved', found('device-approval', { user: someoneElse })],
  [5, 'approvalIsOurs', 'it was denied', found('device-approval', { decision: 'denied' })],
  [5, 'userCodeMatches', 'it was another code', found('device-approval', { userCode: 'AAAA' })],
  [6, 'clientSecretMatches', 'no client was recognised', nothingFound('client')],
  [6, 'deviceApproved', 'it was denied', found('device-code', { decision: 'denied' })],
  [6, 'codeUsedOnce', 'no token was issued', found('access-token', { expiresAt: undefined })],
  [6, 'pollingInterval', 'it came too soon', refused('CreateToken', 'SlowDownException')],
  [7, 'bearerAlive', 'the token is over', found('access-token', { expiresAt: past })],
  [7, 'bearerAlive', 'it is another’s', found('access-token', { user: someoneElse })],
  [7, 'portalSessionAlive', 'the session ended', found('access-token', { sessionEndsAt: past })],
  [7, 'assigned', 'the account was not assigned', nothingFound('assignment')],
  [8, 'assertionKeyKnown', 'no signature was found', nothingFound('saml')],
  [8, 'callerMayUseReservedRole', 'a user asked', found('sigv4', { principal: 'ana' })],
  [8, 'trustPolicyAllows', 'it denied', decided((all) => ({ ...all, decision: 'Deny' }))],
  [8, 'durationWithin', 'it is too long', found('session', { duration: 43_201 })],
  [8, 'durationWithin', 'it is too short', found('session', { duration: 899 })],
  [9, 'authorizationWellFormed', 'there was no signature', nothingFound('sigv4')],
  [9, 'scopeMatches', 'it is another day’s', found('sigv4', { amzDate: '20200101T000000Z' })],
  [9, 'scopeMatches', 'another service', found('sigv4', { scope: { date: '2', service: 'iam' } })],
  [9, 'dateFresh', 'it is six years old', found('sigv4', { amzDate: '20200101T000000Z' })],
  [9, 'hostSigned', 'the host was not signed', found('sigv4', unsigned('host'))],
  [9, 'sessionTokenSigned', 'it was not', found('sigv4', unsigned('x-amz-security-token'))],
  [9, 'signedAgain', 'the other comes to another', inWorld({ signedAgain: '0'.repeat(64) })],
  [10, 'sealOpens', 'it is a user', answered('credentials.resolveCaller', { type: 'User' })],
  [10, 'keyBelongsToToken', 'another key', found('sigv4', { accessKeyId: 'ASIAOTHER' })],
  [
    10,
    'sessionAlive',
    'it is over',
    answered('credentials.resolveCaller', { session: { expiresAt: 1 } }),
  ],
  [
    10,
    'derivedKeyOnly',
    'a key for another day was asked for',
    asked('credentials.resolveCaller', (hop) => ({
      ...hop,
      ask: { scope: { ...(hop.ask as { scope: Data }).scope, date: '20200101' } },
    })),
  ],
  [
    10,
    'derivedKeyOnly',
    'the secret came along',
    answered('credentials.resolveCaller', { secretAccessKey: '<secret:1>' }),
  ],
  [10, 'signatureMatches', 'none was found equal', nothingFound('sigv4')],
  [10, 'signatureMatches', 'it is another one', found('sigv4', { matches: false })],
  [11, 'noExplicitDeny', 'a policy denies', layerSays('identity', 'explicitDeny')],
  [11, 'capAllows', 'the SCP does not allow', layerSays('scp', 'implicitDeny')],
  [11, 'granted', 'no policy grants', layerSays('identity', 'implicitDeny')],
  [11, 'granted', 'it is denied', decided((all) => ({ ...all, decision: 'Deny' }))],
  [
    12,
    'decisionIsForThisRequest',
    'it is bound to another',
    asked('authorization.authorize', (hop) => ({ ...hop, bound: '0'.repeat(64) })),
  ],
  [
    12,
    'bodyMatchesHash',
    'another hash was signed',
    request('x-amz-content-sha256', '0'.repeat(64)),
  ],
  [12, 'bucketNameFree', 'it was taken', status('CreateBucket', 409)],
  [
    12,
    'recordedWithChange',
    'nothing was recorded',
    events((event) =>
      event.kind === 'audit'
        ? { ...event, outcome: { ...event.outcome, eventName: 'Other' } }
        : event,
    ),
  ],
]

/** What vouches for a decision is another thing with each carrier. */
const casesOf: Readonly<Record<'local' | 'http', readonly Case[]>> = {
  local: [
    [
      11,
      'decisionFromOwner',
      'IAM did not answer',
      asked('authorization.authorize', (hop) => ({ ...hop, outcome: 'Unreachable' })),
    ],
  ],
  http: (
    [
      ['nothing was signed', () => ({})],
      ['S3 signed it', (bound) => ({ jws: jwsOf({ iss: 's3', aud: 's3', bound }) })],
      ['it is for STS', (bound) => ({ jws: jwsOf({ iss: 'iam', aud: 'sts', bound }) })],
      ['it is for another', () => ({ jws: jwsOf({ iss: 'iam', aud: 's3', bound: '0' }) })],
    ] as readonly [string, (bound: string) => Data][]
  ).map(([what, wire]) => [
    11,
    'decisionSigned',
    what,
    asked('authorization.authorize', (hop) => ({ ...hop, wire: wire(hop.bound) })),
  ]),
}

/** A layer that is not there caps nothing: it says so, and there is nothing to check. */
const statements = ['capAbsent']

describe.each(['local', 'http'] as const)('a check of create-bucket (%s)', (hops) => {
  let played: Played
  beforeAll(async () => {
    played = await play(hops)
  })

  test.each([...cases, ...casesOf[hops]])('of hop %i: %s fails where %s', (n, key, _, change) => {
    expect(checksOf(n, played).get(key)).toBe(true)
    expect(checksOf(n, change(played)).get(key)).toBe(false)
  })

  test('has a run in which it fails', () => {
    const known = new Set([...cases, ...casesOf[hops]].map(([n, key]) => `${n} ${key}`))
    const shown = steps.flatMap(({ hops: of }) =>
      of.flatMap(({ n }) => [...checksOf(n, played).keys()].map((key) => [n, key] as const)),
    )
    const missing = shown.filter(([n, key]) => !known.has(`${n} ${key}`))
    expect(missing.filter(([, key]) => !statements.includes(key))).toEqual([])
  })
})
