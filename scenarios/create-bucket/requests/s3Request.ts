/** Signed requests to S3 as raw bytes: what an SDK would send, but for everything that one wants to be different. */
import { type SigningCredentials, signRequest } from '#kernel/sigv4/signRequest.ts'
import type { RawRequest } from '#scenarios/engine/rawRequest.ts'
import { brought, type World } from '../world.ts'
import { transported } from './transported.ts'

export interface S3Call {
  readonly method: string
  readonly target: string
  readonly body?: Buffer | undefined
  /** Those of the signed-in person unless said otherwise. */
  readonly credentials?: SigningCredentials | undefined
  /** When it says it was signed, in milliseconds: now, by the sandbox's clock, unless said otherwise. */
  readonly at?: number | undefined
}

export function s3Request({ sandbox, credentials, cast }: World, call: S3Call): RawRequest {
  const { method, target, body = Buffer.alloc(0), at = sandbox.clock.now() } = call
  const to = brought(sandbox.endpoints['s3'], 'address of S3')
  const [path = '/', query = ''] = target.split('?')
  const headers = signRequest({
    method,
    path,
    query,
    headers: { host: new URL(to).host },
    body,
    credentials: call.credentials ?? brought(credentials, 'credentials'),
    scope: { region: cast.region, service: 's3' },
    now: at,
    style: 's3',
  })
  return transported({ to, method, target, headers, body })
}

/** The request that the story ends in. */
export const createBucketRequest = (
  world: World,
  bucket: string,
  more: Omit<S3Call, 'method' | 'target'> = {},
): RawRequest => s3Request(world, { method: 'PUT', target: `/${bucket}`, ...more })
