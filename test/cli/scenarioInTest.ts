/** A scenario that tells a fixed story: what the command makes of it is what is tested. */
import type { AttackSummary } from '#scenarios/engine/attack.ts'
import type {
  AttackOptions,
  AttackReport,
  HopReport,
  RunOptions,
  Scenario,
  ScenarioEvent,
  ScenarioReport,
} from '#scenarios/engine/scenario.ts'

const hop = (hop: Pick<HopReport, 'n' | 'from' | 'to' | 'operation'> & Partial<HopReport>) => ({
  post: [],
  status: 200,
  code: null,
  verdict: 'passed' as const,
  checks: [],
  expiresAt: null,
  exchanges: [],
  ...hop,
})

export const getRoleCredentials = hop({
  n: 7,
  post: [3],
  from: 'cli',
  to: 'identity-center',
  operation: 'GetRoleCredentials',
  at: '2026-11-24T13:04:22.500Z',
  expiresAt: '2026-11-24T14:03:22Z',
  checks: [
    { key: 'bearerAlive', params: {}, holds: true },
    {
      key: 'assigned',
      params: {
        userName: 'ana@example.com',
        permissionSet: 'BucketCreator',
        account: '222222222222',
        through: 'GROUP builders',
      },
      holds: true,
    },
  ],
})

export const whoseKey = hop({
  n: 10,
  post: [6],
  from: 's3',
  to: 'iam',
  operation: 'resolveCaller',
  status: null,
  checks: [{ key: 'sealOpens', params: {}, holds: true }],
})

export const createBucket = hop({
  n: 12,
  post: [7, 8, 9],
  from: 's3',
  to: 'cli',
  operation: 'CreateBucket',
  status: 200,
})

export const refused = hop({
  n: 11,
  post: [6, 7],
  from: 's3',
  to: 'iam',
  operation: 'authorize',
  status: 403,
  code: 'AccessDenied',
  verdict: 'failed',
  checks: [
    {
      key: 'noExplicitDeny',
      params: { action: 's3:CreateBucket', resource: 'arn:aws:s3:::my-first-bucket' },
      holds: true,
    },
    { key: 'capAllows', params: { layer: 'scp' }, holds: false },
    { key: 'capAbsent', params: { layer: 'boundary' }, holds: true },
  ],
})

export const approval = hop({
  n: 5,
  post: [3],
  from: 'browser',
  to: 'identity-center',
  operation: 'ApproveDevice',
  status: 302,
  checks: [{ key: 'userCodeMatches', params: { userCode: 'BCDF-GHJK' }, holds: true }],
})

export function report(hops: readonly HopReport[]): ScenarioReport {
  const failed = hops.filter(({ verdict }) => verdict === 'failed').length
  return {
    scenario: 'create-bucket',
    entry: 'cli',
    hops,
    attacks: [],
    passed: hops.length - failed,
    failed,
    skipped: 0,
  }
}

export const auditEvent: ScenarioEvent = {
  kind: 'audit',
  records: [
    {
      at: '2026-11-24T13:04:22Z',
      accountId: '222222222222',
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoleWithSAML',
      who: 'ana@example.com',
      errorCode: null,
    },
    {
      at: '2026-11-24T13:04:23Z',
      accountId: '222222222222',
      eventSource: 's3.amazonaws.com',
      eventName: 'CreateBucket',
      who: 'arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_BucketCreator_0123456789abcdef/ana@example.com',
      errorCode: null,
    },
  ],
}

const endpoints = {
  gateway: 'http://127.0.0.1:4566',
  idp: 'http://127.0.0.1:4570',
  'identity-center': 'http://127.0.0.1:4571',
  sts: 'http://127.0.0.1:4572',
  iam: 'http://127.0.0.1:4573',
  s3: 'http://127.0.0.1:4574',
}

export function storyOf(hops: readonly HopReport[]): ScenarioEvent[] {
  return [
    { kind: 'started', scenario: 'create-bucket', endpoints },
    ...hops.map((each) => ({ kind: 'hop' as const, hop: each })),
    { kind: 'repeated', operation: 'ListBuckets', hops: [9, 10, 11, 12], status: 200 },
    auditEvent,
    { kind: 'ended', report: report(hops) },
  ]
}

export const attackReport = (
  attack: Pick<AttackReport, 'id' | 'hop' | 'party'> & Partial<AttackReport>,
): AttackReport => ({
  outcome: 'refused',
  status: 403,
  code: 'AccessDenied',
  verdict: 'passed',
  message: '',
  changed: [],
  conditions: [],
  ...attack,
})

const nothingChanged = {
  key: 'nothingChanged',
  params: { compared: 71, differences: '0' },
  holds: true,
}

const unaltered = { key: 'unalteredAccepted', params: { status: 200 }, holds: true }

export const tamperSignature = attackReport({
  id: 'tamper-signature',
  hop: 10,
  party: 's3',
  code: 'SignatureDoesNotMatch',
  message:
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  changed: [{ part: 'signature', before: `${'3f'.repeat(31)}a0`, after: `${'3f'.repeat(31)}a1` }],
  conditions: [
    unaltered,
    {
      key: 'refusedAsDeclared',
      params: { status: 403, code: 'SignatureDoesNotMatch' },
      holds: true,
    },
    nothingChanged,
  ],
})

/** It was to be refused, and was not. */
export const scpAccepted = attackReport({
  id: 'scp',
  hop: 11,
  party: 's3',
  status: 200,
  code: null,
  verdict: 'failed',
  conditions: [
    unaltered,
    { key: 'layerDenies', params: { layer: 'scp' }, holds: false },
    { key: 'refusedAsDeclared', params: { status: 403, code: 'AccessDenied' }, holds: false },
    {
      key: 'nothingChanged',
      params: { compared: 73, differences: 's3/buckets 222222222222/ b' },
      holds: false,
    },
  ],
})

export const devicePhishing = attackReport({
  id: 'device-phishing',
  hop: 1,
  party: 'identity-center',
  outcome: 'accepted',
  status: 200,
  code: 'accepted',
  conditions: [
    { key: 'tokenIsTheVictims', params: { userName: 'ana@example.com' }, holds: true },
    { key: 'acceptedAsDeclared', params: { status: 200 }, holds: true },
  ],
})

export const bruteForce = attackReport({
  id: 'brute-force',
  hop: 9,
  party: 'cli',
  outcome: 'offline',
  status: null,
  code: 'test, 40 characters take 2.8e+52 years',
  conditions: [{ key: 'longSecretHolds', params: { years: '2.8e+52' }, holds: true }],
})

export const foreignDecision = attackReport({
  id: 'foreign-decision',
  hop: 12,
  party: 's3',
  status: null,
  code: null,
  verdict: 'skipped',
  because: 'needsBytesOnAHop',
})

export const attackReports: readonly AttackReport[] = [
  devicePhishing,
  bruteForce,
  tamperSignature,
  scpAccepted,
  foreignDecision,
]

const summaryOf = ({ id, hop, party, because }: AttackReport): AttackSummary => ({
  id,
  hop,
  party,
  needsBytesOnAHop: because !== undefined,
})

export function attackStoryOf(attacks: readonly AttackReport[]): ScenarioEvent[] {
  return [
    ...attacks.flatMap((attack, at): ScenarioEvent[] => [
      { kind: 'attacking', attack: summaryOf(attack), n: at + 1, of: attacks.length },
      { kind: 'attacked', attack },
    ]),
    { kind: 'ended', report: attacksReport(attacks) },
  ]
}

function attacksReport(attacks: readonly AttackReport[]): ScenarioReport {
  const count = (verdict: AttackReport['verdict']) =>
    attacks.filter((attack) => attack.verdict === verdict).length
  return {
    ...report([]),
    attacks,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
  }
}

export interface ScenarioInTest extends Scenario {
  /** The options of each run. */
  readonly runs: RunOptions[]
  readonly attackRuns: AttackOptions[]
}

export function scenarioInTest(
  id: string,
  hops: readonly HopReport[] = [getRoleCredentials, createBucket],
): ScenarioInTest {
  const runs: RunOptions[] = []
  const attackRuns: AttackOptions[] = []
  return {
    id,
    kind: 'tour',
    steps: ['sign-in', 'get-role', 'create-bucket'],
    attacks: attackReports.map(summaryOf),
    runs,
    attackRuns,
    async attack(options) {
      attackRuns.push(options)
      const { only } = options
      const attacks = attackReports.filter((attack) => only === undefined || attack.id === only)
      for (const event of attackStoryOf(attacks)) options.onEvent(event)
      return { report: attacksReport(attacks), recordings: new Map() }
    },
    async run(options) {
      runs.push(options)
      for (const event of storyOf(hops)) options.onEvent(event)
      return { report: report(hops), recording: [] }
    },
  }
}

/** A scenario of which only the run matters. */
export const scenarioThat = (run: Scenario['run']): Scenario => ({
  id: 'create-bucket',
  kind: 'tour',
  steps: [],
  attacks: [],
  attack: () => Promise.reject(new Error('it has no attacks')),
  run,
})
