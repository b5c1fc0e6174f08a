/** What the root would be answered with, without its content. */
import { readSite } from '../readSite.ts'

export const headRoot = readSite({ name: 'HeadRoot' })
