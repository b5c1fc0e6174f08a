/** package.json says where things are: each of its paths leads somewhere, and each folder has its name. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, sources } from './sources.ts'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  files: string[]
  imports: Record<string, string>
  scripts: Record<string, string>
}

describe('package.json', () => {
  test('names in imports the folders that there are', () => {
    const lost = Object.entries(manifest.imports).filter(
      ([name, path]) => name !== `#${path.slice(2)}` || !existsSync(join(root, path.slice(0, -1))),
    )
    expect(lost).toEqual([])
  })

  test('names in imports whatever is imported so', () => {
    const used = new Set(
      sources().flatMap(({ text }) =>
        [...text.matchAll(/from '#([\w-]+)\//g)].map(([, name]) => name!),
      ),
    )
    expect([...used].filter((name) => !(`#${name}/*` in manifest.imports))).toEqual([])
  })

  test('publishes files that are there, or are made', () => {
    const made = ['dist']
    const there = new Set(readdirSync(root))
    const missing = manifest.files.filter(
      (file) => !file.startsWith('!') && !made.includes(file) && !there.has(file),
    )
    expect(missing).toEqual([])
  })

  test('runs scripts that are there', () => {
    const files = Object.values(manifest.scripts).flatMap(
      (line) => line.match(/\b(?:tools|bench)\/\S+|\bvitest\.\S+/g) ?? [],
    )
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})
