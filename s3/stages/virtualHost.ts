/** A bucket in the host goes into the path, where all that follows looks for it; signatures cover what was sent. */
import type { Stage } from '#kernel/http/exchange.ts'
import { header } from '#kernel/http/wireRequest.ts'
import { hostAddress } from '../addressing/hostAddress.ts'
import { isControlRequest } from '../control/isControlRequest.ts'

export const virtualHost: Stage = {
  name: 'virtual host',
  run: (x) => {
    const { bucket } = hostAddress(header(x.request, 'host'))
    if (bucket === undefined || isControlRequest(x.request)) return
    const { path } = x.request
    x.request = { ...x.request, path: `/${encodeURIComponent(bucket)}${path}`, sentPath: path }
  },
}
