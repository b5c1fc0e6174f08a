/** What differs between two requests, part by part: what an attacker changed on the way. */
import { createRedactor, type Redactor } from '#kernel/trace/redactor.ts'
import type { RawRequest } from './rawRequest.ts'

export interface ChangedPart {
  /** `method`, `path`, `body`, `signature`, or a header's name. */
  readonly part: string
  /** Absent where it was not there. Tokens and secrets are labels. */
  readonly before?: string | undefined
  readonly after?: string | undefined
}

export function changedParts(before: RawRequest, after: RawRequest): readonly ChangedPart[] {
  const redactor = createRedactor()
  const [was, is] = [partsOf(before), partsOf(after)]
  const shown = (part: string, value: string | undefined) =>
    value === undefined ? undefined : withoutSecrets(redactor, part, value)
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((part) => was.get(part) !== is.get(part))
    .map((part) => ({
      part,
      before: shown(part, was.get(part)),
      after: shown(part, is.get(part)),
    }))
}

function withoutSecrets(redactor: Redactor, part: string, value: string): string {
  if (part === 'path') return redactor.target(value)
  if (part === 'body') return redactor.body(value)
  return redactor.headers([[part, value]])[0]![1]
}

function partsOf({ method, target, headers, body }: RawRequest): ReadonlyMap<string, string> {
  return new Map([
    ['method', method],
    ['path', target],
    ...headers.flatMap(([name, value]) => headerParts(name.toLowerCase(), value)),
    ['body', body.toString()],
  ])
}

/** The header that carries a signature says three things: each can change alone. */
function headerParts(name: string, value: string): [string, string][] {
  if (name !== 'authorization') return [[name, value]]
  return value.split(/,? +/).flatMap((piece): [string, string][] => {
    const at = piece.indexOf('=')
    return at < 0 ? [] : [[piece.slice(0, at).toLowerCase(), piece.slice(at + 1)]]
  })
}
