/** W3: one small object, read again and again. */
import { bucket, kibibyte, type Workload } from './workload.ts'

const object = `${bucket}/read`

export const getObject: Workload = {
  id: 'W3',
  name: 'GetObject 1 KiB',
  before: [
    { service: 's3', method: 'PUT', path: bucket },
    { service: 's3', method: 'PUT', path: object, body: kibibyte },
  ],
  calls: () => [{ service: 's3', method: 'GET', path: object }],
}
