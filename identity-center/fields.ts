/** The fields of a form or a query; one that is named twice is none, or nobody knows which one counts. */
export type Fields = ReadonlyMap<string, string>

export function fields(source: unknown): Fields {
  if (typeof source !== 'object' || source === null) return new Map()
  const single = Object.entries(source).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  return new Map(single)
}
