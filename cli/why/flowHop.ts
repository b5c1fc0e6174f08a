/** Which of the twelve hops of the story a refusal belongs to: by party and operation, for S3 also by the check that failed. */
import type { Party } from '#scenarios/engine/scenario.ts'
import type { RefusedExchange } from './refusedExchange.ts'

export interface FlowHop {
  readonly n: number
  readonly from: Party
  readonly to: Party
}

const hops: readonly FlowHop[] = [
  { n: 1, from: 'cli', to: 'identity-center' },
  { n: 2, from: 'identity-center', to: 'idp' },
  { n: 3, from: 'browser', to: 'idp' },
  { n: 4, from: 'idp', to: 'identity-center' },
  { n: 5, from: 'browser', to: 'identity-center' },
  { n: 6, from: 'cli', to: 'identity-center' },
  { n: 7, from: 'cli', to: 'identity-center' },
  { n: 8, from: 'identity-center', to: 'sts' },
  { n: 9, from: 'cli', to: 's3' },
  { n: 10, from: 's3', to: 'iam' },
  { n: 11, from: 's3', to: 'iam' },
  { n: 12, from: 's3', to: 'cli' },
]

export interface Refusal {
  readonly party: string
  readonly operation: string | null
  readonly stage: string | null
  readonly reason: string | null
}

/** Undefined where the story has no such hop. */
export function flowHop(exchange: RefusedExchange, refusal: Refusal): FlowHop | undefined {
  const n = refusal.party === 's3' ? hopAtS3(exchange, refusal) : hopElsewhere(exchange, refusal)
  return hops.find((hop) => hop.n === n)
}

/** What comes to light when S3 has asked IAM whose key it is. */
const keyReasons = ['UnknownAccessKey', 'InvalidToken', 'ExpiredToken', 'SignatureDoesNotMatch']

function hopAtS3({ hops }: RefusedExchange, { stage, reason }: Refusal): number {
  if (reason !== null && keyReasons.includes(reason)) return 10
  if (stage === 'authenticate' && reason === null) return 10
  // S3 looks for the bucket before it asks: what is not there nobody may be allowed.
  if (hops.every(({ about }) => about !== 'authorization.authorize')) return 9
  return stage === 'authorise' ? 11 : 12
}

const byOperation: Readonly<Record<string, number>> = {
  'identity-center:RegisterClient': 1,
  'identity-center:StartDeviceAuthorization': 1,
  'identity-center:CreateToken': 6,
  'identity-center:GetRoleCredentials': 7,
  'sts:AssumeRoleWithSAML': 8,
}

/** Pages, by the beginning of their path. */
const byPage: readonly (readonly [string, number])[] = [
  ['idp /saml/', 2],
  ['idp /login', 3],
  ['identity-center /platform/saml/acs/', 4],
  ['identity-center /device', 5],
]

function hopElsewhere({ request }: RefusedExchange, { party, operation }: Refusal) {
  if (operation !== null) return byOperation[`${party}:${operation}`]
  const page = `${party} ${request.target}`
  return byPage.find(([start]) => page.startsWith(start))?.[1]
}
