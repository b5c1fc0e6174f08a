/** A Range header (RFC 9110, 14.2) as S3 reads it: one range of bytes, or none. */

export type Range =
  /** No range, several, or something else: S3 answers the whole object (200). */
  | { readonly kind: 'whole' }
  /** Both ends count (206). */
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  /** Begins after the end (416). */
  | { readonly kind: 'unsatisfiable' }

const WHOLE: Range = { kind: 'whole' }
const UNSATISFIABLE: Range = { kind: 'unsatisfiable' }

export function readRange(header: string | undefined, size: number): Range {
  const found = header === undefined ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim())
  if (!found) return WHOLE
  const [, first = '', last = ''] = found
  if (first === '') return last === '' ? WHOLE : suffix(Number(last), size)
  if (last !== '' && Number(last) < Number(first)) return WHOLE
  return span(Number(first), last === '' ? size - 1 : Number(last), size)
}

/** `bytes=-5`: the last five. */
function suffix(count: number, size: number): Range {
  if (count === 0 || size === 0) return UNSATISFIABLE
  return { kind: 'part', first: Math.max(0, size - count), last: size - 1 }
}

function span(first: number, last: number, size: number): Range {
  if (first >= size) return UNSATISFIABLE
  return { kind: 'part', first, last: Math.min(last, size - 1) }
}

export const contentRange = (part: { first: number; last: number }, size: number): string =>
  `bytes ${part.first}-${part.last}/${size}`
