import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSeed } from '#sandbox/seed/readSeed.ts'
import manifest from '../../package.json' with { type: 'json' }
import { supported } from '../../tools/gen-shapes/supported.ts'
import {
  codeBlocks,
  documents,
  headingLevels,
  linkedFiles,
  operationsTold,
  read,
  root,
  withoutComments,
} from './documents.ts'

describe('every document', () => {
  test.each(documents())('%s links to files that are there', (path) => {
    const missing = linkedFiles(read(path)).filter(
      (target) => !existsSync(join(root, dirname(path), target)),
    )
    expect(missing).toEqual([])
  })

  test.each(documents())('%s names scripts of npm that exist', (path) => {
    const named = [...read(path).matchAll(/npm (?:-s )?run (?:--silent )?([\w:-]+)/g)]
    const unknown = named.map(([, script]) => script!).filter((script) => !(script in scripts))
    expect(unknown).toEqual([])
  })
})

const scripts: Readonly<Record<string, string>> = manifest.scripts

describe.each(['README.md', 'README.es.md'])('%s', (path) => {
  test('tells exactly the operations that are served', () => {
    const served = supported.flatMap(({ operations }) => operations)
    expect(operationsTold(read(path)).sort()).toEqual([...served].sort())
  })
})

describe('the README in both languages', () => {
  const [english, spanish] = [read('README.md'), read('README.es.md')]

  test('has the same sections', () => {
    expect(headingLevels(spanish)).toEqual(headingLevels(english))
    expect(headingLevels(english).length).toBeGreaterThan(5)
  })

  test('has the same code', () => {
    const code = (text: string) =>
      codeBlocks(text).map((block) => ({ ...block, code: withoutComments(block.code) }))
    expect(code(spanish)).toEqual(code(english))
    expect(code(english).length).toBeGreaterThan(5)
  })
})

test('the example seed has no problem', async () => {
  const seed = await readSeed(join(root, 'docs/examples/guardrails.yaml'))
  expect(seed.organization?.policies).toHaveLength(1)
})
