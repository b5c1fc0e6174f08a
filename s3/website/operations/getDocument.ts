/** A document of the site. */
import { readSite } from '../readSite.ts'

export const getDocument = readSite({ name: 'GetDocument' })
