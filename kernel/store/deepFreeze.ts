/** Values are plain data and frozen to the bottom, so that what one reader holds nobody can change under another. */

/** Deeper is a cycle or an attack. */
const MAX_DEPTH = 200

/**
 * Freezes `value` itself and answers it. Bytes cannot be frozen and pass as they are; dates, maps and
 * instances of classes would stay mutable and are refused: not every store could keep them.
 */
export function deepFreeze<T>(value: T): T {
  freeze(value, 0)
  return value
}

function freeze(value: unknown, depth: number): void {
  if (typeof value === 'function' || typeof value === 'symbol') throw notPlain(typeof value)
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return
  if (depth > MAX_DEPTH) throw new Error('INVARIANT: a stored value is too deep or holds itself')
  const members: readonly unknown[] = Array.isArray(value) ? value : membersOf(value)
  Object.freeze(value)
  for (let i = 0; i < members.length; i++) freeze(members[i], depth + 1)
}

function membersOf(value: object): readonly unknown[] {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw notPlain(value.constructor.name)
  return Object.values(value)
}

const notPlain = (kind: string): Error =>
  new Error(`INVARIANT: a stored value is plain data, and this holds a ${kind}`)
