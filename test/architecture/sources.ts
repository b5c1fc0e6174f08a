/** The sources as the architecture tests read them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export const parties = ['idp', 'identity-center', 'sts', 'iam', 's3'] as const
const folders = [
  'kernel',
  ...parties,
  'services',
  'sandbox',
  'scenarios',
  'cli',
  'i18n',
  'web',
  'bench',
  'tools',
]

export interface Source {
  /** From the repository's root, with `/`. */
  readonly path: string
  readonly text: string
  /** Import specifiers; `#kernel/…` and relative ones resolved to paths from the root. */
  readonly imports: readonly string[]
}

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else if (entry.name.endsWith('.ts')) yield path
  }
}

const exists = (folder: string) => {
  try {
    readdirSync(folder)
    return true
  } catch {
    return false
  }
}

const importForm = /(?:from\s+|import\s+|import\()'([^']+)'/g

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(importForm)].map(([, specifier]) => {
    if (specifier!.startsWith('#')) return specifier!.slice(1)
    if (specifier!.startsWith('.')) return relative(root, join(root, path, '..', specifier!))
    return specifier!
  })
}

export function sources(): Source[] {
  return folders
    .map((folder) => join(root, folder))
    .filter(exists)
    .flatMap((folder) => [...filesIn(folder)])
    .map((file) => {
      const path = relative(root, file)
      const text = readFileSync(file, 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

/** Folder of a path that stands for a service: `sts`, `services/lambda`. */
export function serviceOf(path: string): string | undefined {
  const [first, second] = path.split('/')
  if (first === 'services') return second?.includes('.') ? undefined : `services/${second}`
  return parties.find((party) => party === first)
}

export const isGenerated = (path: string): boolean => /\/model\/[^/]+\.ts$/.test(path)

export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
