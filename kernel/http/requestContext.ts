/**
 * Condition keys that every request has, whatever it asks for (IAM User Guide, "global condition context
 * keys"), and those that every request of its service has.
 */

import type { Exchange } from './exchange.ts'
import { header } from './wireRequest.ts'

export function requestContext(x: Exchange): Record<string, string[]> {
  const context: Record<string, string[]> = {
    'aws:SourceIp': [x.sourceIp],
    'aws:UserAgent': [x.userAgent],
    'aws:RequestedRegion': [x.region],
    // SIMPLIFICATION: true on loopback http too, as if TLS ended in front of us: otherwise every
    // "deny non-TLS" bucket policy would deny everything.
    'aws:SecureTransport': ['true'],
  }
  const referer = header(x.request, 'referer')
  if (referer !== undefined) context['aws:Referer'] = [referer]
  // Not spread: to join two objects of other names each by spreading costs twenty times as much.
  return Object.assign(context, x.api.conditionKeys?.(x))
}
