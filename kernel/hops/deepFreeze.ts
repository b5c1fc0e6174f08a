/** Freezes a value of plain data all the way down: a shallow freeze would let a holder edit what it holds. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  Object.freeze(value)
  for (const key in value) deepFreeze(value[key])
  return value
}
