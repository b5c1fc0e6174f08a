import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { pages } from '../../tools/gen-docs/pages.ts'
import { commentsIn } from '../../tools/gen-docs/simplifications.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

describe('generated parts of the pages', () => {
  test('say what the code says; npm run gen:docs renews them', async () => {
    const generated = await pages(root)
    const stale = generated.filter(
      ({ path, text }) => readFileSync(`${root}${path}`, 'utf8') !== text,
    )
    expect(stale.map(({ path }) => path)).toEqual([])
  })

  test('a simplification is read to the end of its comment', () => {
    const source = [
      '  // SIMPLIFICATION: one line,',
      '  // and another.',
      'const a = 1 // nothing',
      '/** SIMPLIFICATION: a block. */',
      '/**',
      ' * Before. SIMPLIFICATION: a block',
      ' * over two lines.',
      ' */',
    ].join('\n')
    expect(commentsIn(source)).toEqual([
      'one line, and another.',
      'a block.',
      'a block over two lines.',
    ])
  })
})
