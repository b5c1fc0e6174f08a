/** Whether the bucket answers on the endpoint that the Host header names: its region's, or Transfer Acceleration's. */
import type { Exchange } from '#kernel/http/exchange.ts'
import { header } from '#kernel/http/wireRequest.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import { signedRegions } from '../buckets/signedRegions.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'
import { hostAddress } from './hostAddress.ts'

export async function checkEndpoint(x: Exchange, place: BucketPlace): Promise<void> {
  const { endpoint, region } = hostAddress(header(x.request, 'host'))
  const regions = signedRegions(x.operation.name, place)
  if (region !== undefined && regions?.includes(region) === false)
    throw errors.permanentRedirect(place)
  if (endpoint !== 's3-accelerate') return
  const accelerate = await configuration(x.service.context.store, place, 'accelerate')
  if (accelerate?.Status !== 'Enabled') throw errors.accelerationNotConfigured()
}
