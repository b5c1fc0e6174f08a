/** CreateBucket alone: where the bucket shall be is a condition key, so its body is read before IAM is asked. */
import type { Stage } from '#kernel/http/exchange.ts'
import { checkPayload } from './checkPayload.ts'
import { parse } from './parse.ts'
import { receiveBody } from './receiveBody.ts'

export const readLocation: Stage = {
  name: "read CreateBucket's location",
  run: async (x) => {
    if (x.operation.name !== 'CreateBucket') return
    await receiveBody.run(x)
    await checkPayload.run(x)
    await parse.run(x)
  },
}
