import { describe, expect, test } from 'vitest'
import { fill, inLanguage, text } from '#i18n/text.ts'

describe('texts with parameters', () => {
  test('puts words and numbers where their names stand', () => {
    expect(text('{count} of {what}, {count}', { count: 2, what: 'x' })).toBe('2 of x, 2')
  })

  test('does not read a parameter as a template', () => {
    expect(fill('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x')
  })

  test('leaves a name that it is not given, and inherited ones, as they are', () => {
    expect(fill('{a} {toString}', {})).toBe('{a} {toString}')
  })

  test('keeps control characters and switches of direction out of a terminal', () => {
    expect(text('user {name}', { name: '\u001b[2Jana\u202e\n' })).toBe(
      'user \ufffd[2Jana\ufffd\ufffd',
    )
  })

  test('chooses the dictionary of a language', () => {
    const dictionaries = { en: { yes: 'yes' } as const, es: { yes: 'sí' } as const }
    expect(inLanguage('es', dictionaries).yes).toBe('sí')
  })
})
