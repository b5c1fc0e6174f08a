import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Dictionary = { readonly [key: string]: string | Dictionary }

const areas = readdirSync('i18n/en').map((file) => file.replace(/\.ts$/, ''))

function texts(dictionary: Dictionary, at = ''): [key: string, text: string][] {
  return Object.entries(dictionary).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${at}${key}`, value] as [string, string]]
      : texts(value, `${at}${key}.`),
  )
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()

describe.each(areas)('the texts of %s', (area) => {
  const load = async (language: string) => {
    const module: Dictionary = await import(`../../i18n/${language}/${area}.ts`)
    return new Map(texts(module))
  }

  test('have the same keys and parameters in both languages', async () => {
    const [en, es] = [await load('en'), await load('es')]
    expect(en.size).toBeGreaterThan(0)
    expect([...es.keys()].sort()).toEqual([...en.keys()].sort())
    for (const [key, text] of en)
      expect([key, placeholders(es.get(key)!)]).toEqual([key, placeholders(text)])
  })

  /** Names and codes are the same in both; sentences are not. */
  test('are all translated', async () => {
    const [en, es] = [await load('en'), await load('es')]
    const same = [...en].filter(([key, text]) => es.get(key) === text && text.split(' ').length > 3)
    expect(same.map(([key]) => key)).toEqual([])
  })
})
