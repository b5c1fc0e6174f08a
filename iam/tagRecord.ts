/** Tags by their keys, as statements about callers and roles carry them. */
import type { Tags } from './state.ts'

export const tagRecord = (tags: Tags): Record<string, string> =>
  Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]))
