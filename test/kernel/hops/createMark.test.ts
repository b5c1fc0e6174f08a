import { expect, test } from 'vitest'
import { createMark } from '#kernel/hops/createMark.ts'

test('a mark is on the very object that it was put on, frozen or not, with what goes with it', () => {
  const mark = createMark<string>()
  const value = { a: 1 }
  expect(mark.put(value, 'kept')).toBe(value)
  expect(mark.isOn(Object.freeze(value))).toBe(true)
  expect(mark.contentOf(value)).toBe('kept')
  expect(Reflect.ownKeys(value)).toEqual(['a'])
})

test('a mark goes along with no copy, heir or proxy, and is no other mark', () => {
  const mark = createMark()
  const value = mark.put({ a: 1 }, true)
  const others: unknown[] = [
    { ...value },
    Object.create(value),
    Object.setPrototypeOf({ a: 1 }, value),
    new Proxy(value, {}),
    structuredClone(value),
    undefined,
    null,
    'text',
  ]
  expect(others.map(mark.isOn)).toEqual(others.map(() => false))
  expect(createMark().isOn(value)).toBe(false)
  expect(() => mark.contentOf({ a: 1 })).toThrow(TypeError)
})
