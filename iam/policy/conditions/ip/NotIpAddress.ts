/** `IpAddress`, negated. */
import type { Operator } from '../operator.ts'
import { IpAddress } from './IpAddress.ts'

export const NotIpAddress: Operator = {
  name: 'NotIpAddress',
  negative: true,
  test: IpAddress.test,
}
