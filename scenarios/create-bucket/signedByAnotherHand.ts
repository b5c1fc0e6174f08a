/** The signature of the recorded request, computed once more by another implementation than S3's and ours. */
import type { RecordedExchange } from '#scenarios/engine/exchanges.ts'
import { exchangesOf } from '#scenarios/engine/exchanges.ts'
import { lastCall } from '#scenarios/engine/found.ts'
import { signAgain } from '#scenarios/engine/signer.ts'
import type { Stamped } from './hops/stamped.ts'
import type { World } from './world.ts'

/** Undefined where no signed request came that far. */
export async function signedByAnotherHand(world: World): Promise<string | undefined> {
  const call = lastCall(exchangesOf(world.sandbox.recording()), 's3', 'CreateBucket')
  const { scope, amzDate, signedHeaders } = (call?.finding('sigv4') ?? {}) as unknown as Stamped
  if (!call || !scope || !amzDate || !signedHeaders || !world.credentials) return undefined
  return signAgain(
    {
      method: call.request.method,
      target: call.request.target,
      headers: headersNamed(call, signedHeaders),
      region: scope.region,
      service: scope.service,
      amzDate,
    },
    world.credentials,
  )
}

/** The token is a label in the recording; the signer puts the real one in itself. */
function headersNamed(
  { request }: RecordedExchange,
  names: readonly string[],
): Record<string, string> {
  const signed = request.headers.filter(([name]) => names.includes(name.toLowerCase()))
  const kept = signed.filter(([name]) => name.toLowerCase() !== 'x-amz-security-token')
  return Object.fromEntries(kept.map(([name, value]) => [name.toLowerCase(), value]))
}
