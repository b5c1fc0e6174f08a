/** What a document would be answered with, without its content. */
import { readSite } from '../readSite.ts'

export const headDocument = readSite({ name: 'HeadDocument' })
