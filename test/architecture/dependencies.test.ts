/** package.json names what the sources import: no package too many, and none that is only there by another's grace. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { parties, root } from './sources.ts'

const { dependencies, devDependencies } = manifest

const shipped = ['kernel', ...parties, 'services', 'sandbox', 'scenarios', 'cli', 'i18n', 'web']
const beside = ['test', 'tools', 'bench', 'vitest.config.ts', 'vitest.clients.config.ts']

/** Used without an import. */
const notImported: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'npm run check: format and lint',
  '@types/node': 'tsconfig.json: types',
  '@types/supertest': 'the types of supertest',
}

function filesOf(path: string): string[] {
  if (extname(path) !== '') return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ['.ts', '.mjs'].includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
}

const importForms = [
  /^(?:import|export)\s[^'"]*?from\s+'([^']+)'/gm,
  /^import\s+'([^']+)'/gm,
  /\bimport\(\s*'([\w@./-]+)'/g,
]

/** `@scope/name` or `name`; nothing for files of ours, `#` imports and modules of Node. */
function packageOf(specifier: string): string[] {
  if (/^(?:[.#]|node:)/.test(specifier)) return []
  return [
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  ]
}

function packagesIn(places: readonly string[]): Set<string> {
  const texts = places.flatMap(filesOf).map((path) => readFileSync(join(root, path), 'utf8'))
  const specifiers = texts.flatMap((text) =>
    importForms.flatMap((form) => [...text.matchAll(form)].map(([, specifier]) => specifier!)),
  )
  return new Set(specifiers.flatMap(packageOf))
}

const without = (names: Iterable<string>, others: Iterable<string>): string[] => {
  const left = new Set(others)
  return [...names].filter((name) => !left.has(name)).sort()
}

const inShipped = packagesIn(shipped)
const inBeside = packagesIn(beside)

describe('package.json', () => {
  test('names as dependencies exactly what shipped code imports', () => {
    expect([...inShipped].sort()).toEqual(Object.keys(dependencies).sort())
  })

  test('names as devDependencies only what tests, tools and configuration need', () => {
    const needed = [...inBeside, ...Object.keys(notImported)]
    expect(without(Object.keys(devDependencies), needed)).toEqual([])
  })

  test('names all that tests and tools import', () => {
    const named = [...Object.keys(dependencies), ...Object.keys(devDependencies)]
    expect(without(inBeside, named)).toEqual([])
  })

  test('needs each of the exceptions, and excepts nothing that is imported', () => {
    const excepted = Object.keys(notImported)
    expect(without(excepted, Object.keys(devDependencies))).toEqual([])
    expect(excepted.filter((name) => inBeside.has(name))).toEqual([])
  })

  test('fixes every version, so that everybody builds the same', () => {
    const versions = Object.entries({ ...dependencies, ...devDependencies })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})

test('package-lock.json names no registry: npm takes the one that it is set to', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  expect(lock).not.toMatch(/"resolved": "https?:/)
})
