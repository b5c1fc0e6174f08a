import { describe, expect, test } from 'vitest'
import { identityCenter as enIdentityCenter } from '#i18n/en/identityCenter.ts'
import { idp as enIdp } from '#i18n/en/idp.ts'
import { identityCenter as esIdentityCenter } from '#i18n/es/identityCenter.ts'
import { idp as esIdp } from '#i18n/es/idp.ts'

type Texts = Readonly<Record<string, unknown>>

function keys(texts: Texts, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' ? keys(value as Texts, `${path}${key}.`) : [`${path}${key}`],
  )
}

function strings(texts: Texts): string[] {
  return Object.values(texts).flatMap((value) => {
    if (typeof value === 'object') return strings(value as Texts)
    return [typeof value === 'function' ? value('ana', 1) : String(value)]
  })
}

describe.each([
  ['idp', enIdp, esIdp],
  ['identityCenter', enIdentityCenter, esIdentityCenter],
])('%s', (_name, en, es) => {
  test('has the same texts in both languages', () => {
    expect(keys(es)).toEqual(keys(en))
  })

  test('has no empty text and no straight quotes', () => {
    for (const text of [...strings(en), ...strings(es)]) {
      expect(text).not.toBe('')
      expect(text).not.toMatch(/["']/)
    }
  })
})

test('one try is one try', () => {
  expect([enIdp.triesLeft(1), enIdp.triesLeft(2)]).toEqual(['1 try left.', '2 tries left.'])
  expect([esIdp.triesLeft(1), esIdp.triesLeft(2)]).toEqual([
    'Queda 1 intento.',
    'Quedan 2 intentos.',
  ])
})
