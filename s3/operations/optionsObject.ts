/** OPTIONS on an object: may the page of another origin send what it wants to send? */
import { preflight } from '../cors/preflight.ts'

export const optionsObject = preflight({ name: 'OptionsObject' }, 'OBJECT')
