/** OPTIONS on a bucket: may the page of another origin send what it wants to send? */
import { preflight } from '../cors/preflight.ts'

export const optionsBucket = preflight({ name: 'OptionsBucket' }, 'BUCKET')
