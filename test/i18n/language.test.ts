import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { language, languages } from '#i18n/language.ts'

describe('the language of a page', () => {
  test.each([
    ['what the address asks for', { asked: 'es', accepted: 'en' }, 'es'],
    ['a region of it', { asked: 'es-AR' }, 'es'],
    ['in capitals', { asked: 'ES' }, 'es'],
    ['what the browser prefers', { accepted: 'es-ES,es;q=0.9,en;q=0.8' }, 'es'],
    ['by weight, not by place', { accepted: 'en;q=0.1, es;q=0.2' }, 'es'],
    ['without the ones refused', { accepted: 'es;q=0, en;q=0.1' }, 'en'],
    ['past the ones that we do not speak', { accepted: 'de, fr;q=0.9, es;q=0.1' }, 'es'],
    ['the first of equals', { accepted: 'es, en' }, 'es'],
    ['the fallback, asked for an unknown one', { asked: 'de' }, 'en'],
    ['the browser’s, asked for an unknown one', { asked: 'de', accepted: 'es' }, 'es'],
    ['the fallback for anything', { accepted: '*' }, 'en'],
    ['the fallback for nonsense', { accepted: ';;q=,,=' }, 'en'],
    ['the fallback for nothing', {}, 'en'],
  ] as const)('is %s', (_what, wish, expected) => {
    expect(language({ ...wish, fallback: 'en' })).toBe(expected)
  })

  test('is always one that we speak', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (asked, accepted) => {
        expect(languages).toContain(language({ asked, accepted, fallback: 'es' }))
      }),
    )
  })
})
