/** The site at its root: its index document. */
import { readSite } from '../readSite.ts'

export const getRoot = readSite({ name: 'GetRoot' })
