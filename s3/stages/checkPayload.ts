/** The body is the one that was signed, and the one that its checksums speak of. */
import type { Stage } from '#kernel/http/exchange.ts'
import { header } from '#kernel/http/wireRequest.ts'
import { checkPayload as checkSignedPayload } from '#kernel/sigv4/verify/checkPayload.ts'
import { UNSUPPORTED_CHECKSUM_HEADERS } from '../checksums/algorithms.ts'
import { verifyContentMd5 } from '../checksums/contentMd5.ts'
import { declaredChecksum, verifyChecksum } from '../checksums/objectChecksum.ts'
import * as errors from '../errors.ts'

export const checkPayload: Stage = {
  name: 'check payload',
  run: ({ claim, request }) => {
    if (claim) checkSignedPayload(claim, request.body)
    const unsupported = UNSUPPORTED_CHECKSUM_HEADERS.find((name) => header(request, name))
    if (unsupported !== undefined) throw errors.notImplementedHeader(unsupported)
    const declared = declaredChecksum(request)
    verifyContentMd5(request, request.body)
    if (declared) verifyChecksum(declared, request.body)
  },
}
