/** What a service's page is told by the code: the operations that it has, and where it differs from AWS. */
import type { ServiceDefinition } from '#kernel/http/service.ts'
import type { Simplification } from './simplifications.ts'

export function operationsTable({ apis }: Pick<ServiceDefinition, 'apis'>): string {
  const rows = apis.map(({ api, operations }) => {
    const known = Object.keys(api.model.known).length
    const names = operations.map(({ name }) => name).sort()
    return `| ${api.model.service} | ${names.length} of ${known} | ${names.join(', ')} |`
  })
  return ['| API | served | operations |', '|---|---|---|', ...rows].join('\n')
}

export function simplificationsTable(found: readonly Simplification[], folder: string): string {
  if (found.length === 0) return 'None is known.'
  return found
    .map(({ file, text }) => {
      const path = file.slice(folder.length + 1)
      return `- ${sentence(text)} ([${path}](${path}))`
    })
    .join('\n')
}

const sentence = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`; undefined where the page has no such place. */
export function fill(page: string, name: string, content: string): string | undefined {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const from = page.indexOf(open)
  const to = page.indexOf(close)
  if (from < 0 || to < from) return undefined
  return `${page.slice(0, from + open.length)}\n${content}\n${page.slice(to)}`
}
