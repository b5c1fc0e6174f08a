/** The documents for people, as tests read them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const notOurs = ['node_modules', 'dist', '.git']

/** Paths from the root of every document of the repository. */
export function documents(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !notOurs.includes(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return documents(path)
      return path.endsWith('.md') ? [path] : []
    })
}

/** Targets of Markdown links that lead to a file of the repository. */
export function linkedFiles(text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!)
  return targets
    .filter((target) => !/^[a-z]+:|^#/.test(target))
    .map((target) => target.split('#')[0]!)
}

/** `## Limits` as 2: what two translations of one document have in common. */
export const headingLevels = (text: string): number[] =>
  [...withoutCode(text).matchAll(/^(#+) /gm)].map(([, marks]) => marks!.length)

export interface CodeBlock {
  readonly language: string
  readonly code: string
}

export const codeBlocks = (text: string): CodeBlock[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language!,
    code: code!,
  }))

/** Comments are prose, and translated. */
export const withoutComments = (code: string): string =>
  code.replace(/ *(?:\/\/|#) .*$/gm, '').replace(/^\n/gm, '')

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '')

/** Names in the second column of the table between the `operations` marks. */
export function operationsTold(text: string): string[] {
  const table = /<!-- operations -->([\s\S]*?)<!-- \/operations -->/.exec(text)?.[1] ?? ''
  const rows = table.trim().split('\n').slice(2)
  return rows.flatMap((row) =>
    row
      .split('|')[2]!
      .split(',')
      .map((name) => name.trim()),
  )
}
