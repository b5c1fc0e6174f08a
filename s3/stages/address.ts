/** Bucket and key, out of the path: what the request is about. The rest of the input waits until IAM has said yes. */
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { matchPath } from '#kernel/protocol/rest/route.ts'
import * as errors from '../errors.ts'
import { decodePath } from '../objects/objectKey.ts'

/** Absent where the operation is about none. */
export interface Address {
  readonly Bucket?: string | undefined
  readonly Key?: string | undefined
}

export const address: Stage = {
  name: 'address',
  run: (x) => {
    x.input = addressOf(x)
  },
}

export function addressOf({ shape, request }: Pick<Exchange, 'shape' | 'request'>): Address {
  const texts = matchPath(shape.path, request.path)
  if (!texts) throw new Error('INVARIANT: the operation was identified by another path')
  const parts = shape.labels.map(({ name }, at) => {
    const text = decodePath(texts[at] ?? '')
    if (text === undefined) throw errors.invalidUri()
    return [name, text] as const
  })
  return Object.fromEntries(parts)
}
