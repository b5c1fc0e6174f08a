/** One rule, one file, one name: grep for what AWS calls it lands. */
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isGenerated, sources, withoutComments } from './sources.ts'

const all = sources().filter(({ path }) => !isGenerated(path))

describe('names', () => {
  test('no file is called after nothing', () => {
    const empty = /^(utils?|helpers?|common|misc|types|shared|lib)\.ts$/
    expect(all.map(({ path }) => path).filter((path) => empty.test(basename(path)))).toEqual([])
  })

  test('every file says in its first lines what it is', () => {
    const silent = all.filter(({ text }) => !/^(#!.*\n)?\s*\/\*\*|^\s*\/\//.test(text))
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  test('no type is switched off', () => {
    const off = /@ts-ignore|@ts-nocheck|: any\b|<any>|\bas any\b/
    expect(
      all.filter(({ text }) => off.test(withoutComments(text))).map(({ path }) => path),
    ).toEqual([])
  })

  test('a registry stays a list: no index of operations grows bodies', () => {
    const bodies = all.filter(
      ({ path, text }) => /operations\/index\.ts$/.test(path) && /=>|function/.test(text),
    )
    expect(bodies.map(({ path }) => path)).toEqual([])
  })
})
