/** Collects the `SIMPLIFICATION:` comments of a folder: where we knowingly differ from AWS, said where it is done. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface Simplification {
  /** From the repository's root. */
  readonly file: string
  readonly text: string
}

export function simplificationsIn(root: string, folder: string): Simplification[] {
  return filesIn(join(root, folder)).flatMap((file) =>
    commentsIn(readFileSync(file, 'utf8')).map((text) => ({ file: relative(root, file), text })),
  )
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesIn(path)
      return path.endsWith('.ts') ? [path] : []
    })
}

const mark = 'SIMPLIFICATION:'

/** A comment goes on over the lines that are comments too; a doc block ends with its end. */
export function commentsIn(source: string): string[] {
  const lines = source.split('\n')
  return lines.flatMap((line, index) => {
    const at = line.indexOf(mark)
    if (at < 0) return []
    const isLineComment = line.slice(0, at).includes('//')
    const rest = isLineComment ? lineComment(lines, index) : blockComment(lines, index)
    return [
      `${line.slice(at + mark.length)} ${rest}`
        .replace(/\*\/.*$/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ]
  })
}

function lineComment(lines: readonly string[], index: number): string {
  const more: string[] = []
  for (const line of lines.slice(index + 1)) {
    const found = /^\s*\/\/ ?(.*)$/.exec(line)
    if (!found) break
    more.push(found[1]!)
  }
  return more.join(' ')
}

function blockComment(lines: readonly string[], index: number): string {
  if (lines[index]!.includes('*/')) return ''
  const more: string[] = []
  for (const line of lines.slice(index + 1)) {
    more.push(line.replace(/\*\/.*$/, '').replace(/^\s*\* ?/, ''))
    if (line.includes('*/')) break
  }
  return more.join(' ')
}
