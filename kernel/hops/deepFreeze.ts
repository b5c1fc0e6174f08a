/** Freezes a value of plain data all the way down: a shallow freeze would let a holder edit what it holds. */
import { createMark } from './createMark.ts'

/** On objects that stay as they are, and freeze what they make when it is read. */
export const frozenByMaker = createMark()

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) freezeObject(value)
  return value
}

function freezeObject(value: object): void {
  if (ArrayBuffer.isView(value) || frozenByMaker.isOn(value)) return
  Object.freeze(value)
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  for (let i = 0; i < members.length; i++) deepFreeze(members[i])
}
