/** A request to a website: nobody is asked who they are, and there is nothing to read but the address. */
import type { Stage } from '#kernel/http/exchange.ts'
import { authorise } from '#kernel/http/stages/authorise.ts'
import { handleAndRecord } from '#kernel/http/stages/handle.ts'
import { identify } from '#kernel/http/stages/identify.ts'
import { serialise } from '#kernel/http/stages/serialise.ts'
import { address } from '../stages/address.ts'
import { checkBucketName } from '../stages/checkBucketName.ts'
import { virtualHost } from '../stages/virtualHost.ts'

export const websitePipeline: readonly Stage[] = [
  virtualHost,
  identify,
  address,
  checkBucketName,
  authorise,
  handleAndRecord,
  serialise,
]
