/** Where we knowingly differ from AWS is said in comments, in one form, so that a tool finds all of it. */
import { expect, test } from 'vitest'
import { isGenerated, sources, withoutComments } from './sources.ts'

const all = sources().filter(({ path }) => !isGenerated(path))
/** The tool that harvests them speaks of them. */
const isHarvester = (path: string) => path.startsWith('tools/gen-docs/')

test('SIMPLIFICATION is said in comments alone', () => {
  const told = all
    .filter(({ path }) => !isHarvester(path))
    .filter(({ text }) => withoutComments(text).includes('SIMPLIFICATION'))
  expect(told.map(({ path }) => path)).toEqual([])
})

test('and is a sentence', () => {
  const odd = all
    .filter(({ path }) => !isHarvester(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/SIMPLIFICATION(.{0,20})/g)]
        .filter(([, after]) => !/^: \S/.test(after!))
        .map(([found]) => `${path}: ${found}`),
    )
  expect(odd).toEqual([])
})

test('INVARIANT in code is the beginning of an error that no user can cause', () => {
  const odd = all.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/.{0,40}INVARIANT.{0,3}/g)]
      .map(([found]) => found)
      .filter((found) => !/[`'"]INVARIANT: /.test(found))
      .map((found) => `${path}: ${found}`),
  )
  expect(odd).toEqual([])
})
