/** A scenario that tells a fixed story: what the command makes of it is what is tested. */
import type {
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

export interface ScenarioInTest extends Scenario {
  /** The options of each run. */
  readonly runs: RunOptions[]
}

export function scenarioInTest(
  id: string,
  hops: readonly HopReport[] = [getRoleCredentials, createBucket],
): ScenarioInTest {
  const runs: RunOptions[] = []
  return {
    id,
    kind: 'tour',
    steps: ['sign-in', 'get-role', 'create-bucket'],
    runs,
    async run(options) {
      runs.push(options)
      for (const event of storyOf(hops)) options.onEvent(event)
      return { report: report(hops), recording: [] }
    },
  }
}
