/** W4: small objects; after a thousand of them the first is written again. */
import { bucket, kibibyte, type Workload } from './workload.ts'

/** As many objects as are written before the first of them is written again. */
const keys = 1_000

export const putObject: Workload = {
  id: 'W4',
  name: 'PutObject 1 KiB',
  before: [{ service: 's3', method: 'PUT', path: bucket }],
  calls: (turn) => [
    { service: 's3', method: 'PUT', path: `${bucket}/write-${turn % keys}`, body: kibibyte },
  ],
}
