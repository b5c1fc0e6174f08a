/**
 * What the Host header says beyond the address: a bucket ("virtual hosting of buckets"), a region, an endpoint of
 * another kind. AWS's own host names are read as well, for clients whose resolver leads them here.
 */
export type Endpoint = 's3' | 's3-accelerate' | 's3-website'

export interface HostAddress {
  readonly endpoint: Endpoint
  readonly bucket?: string | undefined
  readonly region?: string | undefined
}

const REGION = '[a-z]{2,8}(?:-[a-z]{2,16}){1,3}-\\d{1,2}'
const DOMAIN = '(?:localhost|amazonaws\\.com(?:\\.cn)?)'

/** `bucket.s3.eu-west-1.amazonaws.com`, `bucket.s3-website-us-east-1.amazonaws.com`, `bucket.s3.localhost`. */
const NAMED = new RegExp(
  `^(?:(.+)\\.)?(s3-accelerate|s3-website|s3)(?:\\.dualstack)?(?:[.-](${REGION}))?\\.${DOMAIN}$`,
)

/** `bucket.localhost`: what a client makes of the endpoint `localhost`. */
const BARE = /^(.+)\.localhost$/

/** Longer than a bucket's name and all endpoints: no host that says anything. */
const MAX_LENGTH = 253

export function hostAddress(header: string | undefined): HostAddress {
  const host = (header ?? '').toLowerCase().replace(/:\d+$/, '')
  if (host.length > MAX_LENGTH) return { endpoint: 's3' }
  const named = NAMED.exec(host)
  if (named) {
    const [, bucket, endpoint, region] = named
    return { endpoint: endpoint as Endpoint, bucket, region }
  }
  return { endpoint: 's3', bucket: BARE.exec(host)?.[1] }
}
