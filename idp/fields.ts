/** The fields of a form or a query: each named once, or nobody knows which one counts. */
import { badRequest } from './errors.ts'

export type Fields = ReadonlyMap<string, string>

export function fields(source: unknown): Fields {
  if (typeof source !== 'object' || source === null) return new Map()
  return new Map(
    Object.entries(source).map(([name, value]) => {
      if (typeof value !== 'string') throw badRequest(`the field ${name.slice(0, 50)} is repeated`)
      return [name, value]
    }),
  )
}
