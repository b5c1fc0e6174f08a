/**
 * CreateBucket alone: where the bucket shall be is a condition key, so its body is read before IAM is asked.
 * Whether it is the body that was signed is checked with all others, after that: nothing is done by then.
 */
import type { Stage } from '#kernel/http/exchange.ts'
import { parse } from './parse.ts'
import { receiveBody } from './receiveBody.ts'

export const readLocation: Stage = {
  name: "read CreateBucket's location",
  run: async (x) => {
    if (x.operation.name !== 'CreateBucket') return
    await receiveBody.run(x)
    await parse.run(x)
  },
}
