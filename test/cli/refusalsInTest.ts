// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
/** Refusals as a recording has them, with fixed times and values, and what is explained of them. */
import { explainRefusal } from '#cli/why/explainRefusal.ts'
import { refusedExchanges } from '#cli/why/refusedExchange.ts'
import type { Why } from '#cli/why/why.ts'
import type { Decision, LayerFinding, Reason } from '#kernel/hops/decision.ts'
import type { HopEvent, NewEvent, RecordedEvent } from '#kernel/trace/recording.ts'

const at = Date.UTC(2026, 10, 25, 13, 3, 22)

/** Numbered and stamped, as the recorder does it. */
export const recorded = (events: readonly NewEvent[], hostAt = at): RecordedEvent[] =>
  events.map((event, index) => ({ ...event, v: 1, seq: index + 1, at, hostAt }) as RecordedEvent)

interface Refused {
  readonly exchange?: number
  readonly from?: string
  readonly to: string
  readonly method?: string
  readonly target?: string
  readonly operation?: string
  readonly stage: string
  readonly status: number
  readonly code: string
  readonly message: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly more?: readonly NewEvent[]
}

export function requestOf({
  exchange = 1,
  from = 'client',
  to,
  method = 'GET',
  target = '/',
}: Pick<Refused, 'exchange' | 'from' | 'to' | 'method' | 'target'>): NewEvent {
  const requestId = `4442587FB7D0A2F${exchange}`
  return {
    kind: 'request',
    exchange,
    from,
    to,
    requestId,
    method,
    target,
    headers: [],
    body: { size: 0 },
  }
}

export const responseOf = (exchange: number, status: number): NewEvent => ({
  kind: 'response',
  exchange,
  status,
  headers: [],
  body: { size: 0 },
})

export function refusal(refused: Refused): NewEvent[] {
  const { exchange = 1, operation, stage, status, code, message, detail, more = [] } = refused
  const explain = (topic: string, data: Readonly<Record<string, unknown>>): NewEvent => ({
    kind: 'explain',
    exchange,
    topic,
    data,
  })
  return [
    ...(operation === undefined ? [] : [explain('identify', { operation })]),
    ...more,
    explain('refusal', { stage, code, status, message, detail }),
    explain('pipeline', { stages: ['identify operation', stage] }),
  ]
}

export const whole = (refused: Refused): NewEvent[] => [
  requestOf(refused),
  ...refusal(refused),
  responseOf(refused.exchange ?? 1, refused.status),
]

export const explained = (events: readonly NewEvent[], hostAt?: number): Why =>
  explainRefusal(refusedExchanges(recorded(events, hostAt))[0]!)

/** S3 asked IAM, which answered. */
export const askedIam = (changes: Partial<HopEvent> = {}): NewEvent =>
  ({
    kind: 'hop',
    exchange: 100,
    id: 'asked',
    parent: 1,
    from: 's3',
    to: 'iam',
    about: 'authorization.authorize',
    carrier: 'local',
    bound: '',
    ask: {},
    outcome: 'answered',
    ...changes,
  }) as NewEvent

const ana = 'arn:aws:sts::222222222222:assumed-role/Reader/ana'
const object = 'arn:aws:s3:::docs/ana/a.txt'

const reason = (
  element: Reason['element'],
  matched: boolean,
  key: string,
  rest: Partial<Reason>,
): Reason => ({
  element,
  matched,
  key,
  ...rest,
})

const absent = (layer: LayerFinding['layer']): LayerFinding => ({
  layer,
  verdict: 'notApplicable',
  policies: [],
})

const fullAccess = (level: string) => ({
  name: 'FullAWSAccess',
  level,
  statements: [{ index: 0, effect: 'Allow' as const, matched: true, because: [] }],
})

const granted: LayerFinding = {
  layer: 'identity',
  verdict: 'allow',
  policies: [
    {
      name: 'DocsWriter',
      statements: [{ index: 1, sid: 'Write', effect: 'Allow', matched: true, because: [] }],
    },
  ],
}

const boundary: LayerFinding = {
  layer: 'boundary',
  verdict: 'implicitDeny',
  policies: [
    {
      name: 'OwnFolder',
      statements: [
        {
          index: 0,
          sid: 'Read',
          effect: 'Allow',
          matched: false,
          because: [
            reason('action', false, 'noActionMatches', {
              got: ['s3:PutObject'],
              wanted: ['s3:Get*', 's3:List*'],
            }),
            reason('resource', true, 'resourceMatches', { got: [object], wanted: ['*'] }),
          ],
        },
        {
          index: 1,
          sid: 'OwnFolder',
          effect: 'Allow',
          matched: false,
          because: [
            reason('action', true, 'actionMatches', { got: ['s3:PutObject'], wanted: ['s3:*'] }),
            reason('resource', true, 'resourceMatches', {
              got: [object],
              wanted: ['arn:aws:s3:::docs/ana/*'],
              written: ['arn:aws:s3:::docs/${aws:PrincipalTag/user}/*'],
            }),
            reason('condition', false, 'contextKeyAbsent', {
              operator: 'Bool',
              contextKey: 'aws:MultiFactorAuthPresent',
              wanted: ['true'],
            }),
          ],
        },
      ],
    },
  ],
}

const decision = (changes: Partial<Decision>): Decision => ({
  decision: 'Deny',
  action: 's3:PutObject',
  resource: object,
  principal: ana,
  layers: [],
  context: {},
  ...changes,
})

const denied = (decision: Decision, message: string): Why =>
  explained(
    whole({
      to: 's3',
      method: 'PUT',
      target: '/docs/ana/a.txt',
      operation: 'PutObject',
      stage: 'authorise',
      status: 403,
      code: 'AccessDenied',
      message,
      detail: { decision },
      more: [askedIam()],
    }),
  )

export const boundaryDenial = denied(
  decision({
    decidedBy: { layer: 'boundary', explicit: false },
    layers: [
      { layer: 'scp', verdict: 'allow', policies: [fullAccess('root')] },
      { layer: 'rcp', verdict: 'allow', policies: [] },
      absent('resource'),
      boundary,
      absent('session'),
      granted,
    ],
  }),
  `User: ${ana} is not authorized to perform: s3:PutObject on resource: "${object}" because no permissions boundary allows the s3:PutObject action`,
)

export const scpDenial = denied(
  decision({
    decidedBy: {
      layer: 'scp',
      explicit: true,
      policy: 'KeepDocs',
      level: 'workloads',
      statement: 0,
    },
    layers: [
      {
        layer: 'scp',
        verdict: 'explicitDeny',
        policies: [
          fullAccess('root'),
          {
            name: 'KeepDocs',
            level: 'workloads',
            statements: [
              {
                index: 0,
                effect: 'Deny',
                matched: true,
                because: [
                  reason('action', true, 'actionMatches', {
                    got: ['s3:PutObject'],
                    wanted: ['s3:Put*'],
                  }),
                ],
              },
            ],
          },
        ],
      },
      absent('rcp'),
      absent('resource'),
      absent('boundary'),
      absent('session'),
      granted,
    ],
  }),
  `User: ${ana} is not authorized to perform: s3:PutObject on resource: "${object}" with an explicit deny in a service control policy`,
)

const mismatch = (diagnosis: object): Why =>
  explained(
    whole({
      to: 's3',
      method: 'PUT',
      target: '/docs/a%20b.txt',
      operation: 'PutObject',
      stage: 'authenticate',
      status: 403,
      code: 'SignatureDoesNotMatch',
      message:
        'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      detail: { reason: 'SignatureDoesNotMatch' },
      more: [
        {
          kind: 'explain',
          exchange: 1,
          topic: 'sigv4',
          data: {
            matches: false,
            accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
            signedHeaders: ['host', 'x-amz-content-sha256', 'x-amz-date'],
            diagnosis,
            notCovered: { headers: ['user-agent'], body: false },
          },
        },
      ],
    }),
  )

export const signatureMistake = mismatch({
  mistakes: [
    { id: 'pathEncodedTwice', params: {} },
    { id: 'headerNotTrimmed', params: { name: 'host' } },
  ],
  differences: [
    { part: 'uri', service: '/docs/a%20b.txt', client: '/docs/a%2520b.txt' },
    { part: 'header', service: 'host:127.0.0.1:4566', client: 'host: 127.0.0.1:4566' },
  ],
  tried: 41,
  complete: true,
})

export const wrongSecret = mismatch({ mistakes: [], differences: [], tried: 1456, complete: true })

export const clockSkew = explained(
  whole({
    to: 's3',
    operation: 'ListBuckets',
    stage: 'authenticate',
    status: 403,
    code: 'RequestTimeTooSkewed',
    message: 'The difference between the request time and the current time is too large.',
    detail: {
      reason: 'ClockSkew',
      requestedAt: '2026-11-25T12:43:22.000Z',
      now: '2026-11-25T13:03:22.000Z',
      windowSeconds: 900,
    },
  }),
  at - 3_600_000,
)

/** Identity Center asked STS for credentials, and passes on that there are none. */
export const nestedEvents: readonly NewEvent[] = [
  requestOf({ to: 'identity-center', target: '/federation/credentials' }),
  ...whole({
    exchange: 2,
    from: 'identity-center',
    to: 'sts',
    method: 'POST',
    operation: 'AssumeRoleWithSAML',
    stage: 'authenticate assertion',
    status: 400,
    code: 'ExpiredTokenException',
    message: 'Response has expired',
    detail: {
      check: 'notOnOrAfter',
      because: 'the assertion is over',
      expected: 'after 13:03',
      found: '12:58',
    },
  }),
  ...refusal({
    to: 'identity-center',
    operation: 'GetRoleCredentials',
    stage: 'prepare',
    status: 403,
    code: 'ForbiddenException',
    message: 'No access',
    detail: {},
  }),
  responseOf(1, 403),
]

export const nested = explained(nestedEvents)
