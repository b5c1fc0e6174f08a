/**
 * Who calls, proved: the signature is read from raw bytes, IAM says whose key it is (and gives a key for this
 * day, region and service, never the secret), and the signature is computed again.
 * Order of checks: form, scope, date; then key and token; then what must be signed; then the signature.
 */
import type { AwsError } from '#kernel/errors/awsError.ts'
import { HopError } from '#kernel/hops/hopError.ts'
import { errorsByStyle } from '#kernel/sigv4/errors/errorsByStyle.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import type { SignatureClaim } from '#kernel/sigv4/verify/signatureClaim.ts'
import type { Badge } from '#kernel/trace/badge.ts'
import type { Exchange, Stage } from '../exchange.ts'
import { explainBadge } from '../localBadges.ts'

export const authenticate: Stage = {
  name: 'authenticate',
  run: async (x) => {
    await proveSignature(x, readSignature(x))
  },
}

/**
 * The signature of the request, read and held against the clock; it proves nothing yet. `regions` are those
 * that it may be for; any where absent.
 */
export function readSignature(x: Exchange, regions?: readonly string[]): SignatureClaim {
  const clocks = x.service.context.freshness()
  const claim = readClaim(x.request, {
    style: x.api.signature,
    service: x.api.api.model.signingName,
    clocks,
    acceptedRegions: regions,
  })
  x.claim = claim
  if (claim.freshBy > 0) explainBadge(x, hostClock(clocks))
  x.region = x.api.region ?? claim.scope.region
  bind(x, claim.bound)
  return claim
}

const hostClock = ([now = 0, host = 0]: readonly number[]): Badge => ({
  badge: 'hostClock',
  offsetSeconds: Math.round((now - host) / 1000),
})

/** From here on every question to another service is tied to `bound`, the hash of what the client signed. */
export function bind(x: Exchange, bound: string): void {
  x.bound = bound
  x.hops = x.service.context.portsFor({ bound, parent: x.trace })
}

export async function proveSignature(x: Exchange, claim: SignatureClaim): Promise<void> {
  const { statement, secret } = await resolve(x, claim)
  checkClaim(claim, secret)
  x.caller = statement.body
  x.callerGiven = statement.jws ?? statement
  x.authenticated = true
  // A session's requests come from where those who made it come from.
  const keys = [claim.accessKeyId, ...(x.caller.session?.makerKeyIds ?? [])]
  x.sourceIp = x.service.context.sourceIpOf(keys, x.request.remoteAddress)
  x.trace?.explain('sigv4', {
    accessKeyId: claim.accessKeyId,
    scope: claim.scope,
    amzDate: claim.amzDate,
    signedHeaders: claim.signedHeaders,
    canonicalRequest: claim.canonicalRequest,
    stringToSign: claim.stringToSign,
    signature: claim.signature,
    caller: statement.body.arn,
  })
}

async function resolve(x: Exchange, claim: SignatureClaim) {
  const { accessKeyId, sessionToken, scope } = claim
  try {
    return await x.hops.credentials.resolveCaller({
      accessKeyId,
      ...(sessionToken !== undefined && { sessionToken }),
      scope: { date: scope.date, region: scope.region, service: scope.service },
    })
  } catch (error) {
    throw keyRefusal(x, claim, error) ?? error
  }
}

/** IAM names the reason, each service has its own words for it. */
function keyRefusal(x: Exchange, claim: SignatureClaim, error: unknown): AwsError | undefined {
  if (!(error instanceof HopError) || error.code !== 'Refused') return undefined
  const errors = errorsByStyle[x.api.signature]
  if (error.refusal?.detail['foreignKey'] === true) x.trace?.foreignKey(claim.accessKeyId)
  switch (error.refusal?.code) {
    case 'UnknownAccessKey':
      return errors.unknownAccessKey(claim.accessKeyId)
    case 'InvalidToken':
      return errors.invalidToken(claim.sessionToken ?? '')
    case 'ExpiredToken':
      return errors.expiredToken(claim.sessionToken ?? '')
    default:
      return undefined
  }
}
