/**
 * Policy variables: `${aws:username}`, `${aws:username, 'default'}`, and the escapes `${*}` `${?}` `${$}`.
 * Only in Version 2012-10-17; what a variable brings in is text, its `*` is no wildcard.
 */
import type { Pattern } from './match/glob.ts'
import type { PolicyVersion } from './policy.ts'
import type { RequestContext } from './requestContext.ts'

interface Variable {
  /** Lower case. */
  readonly key: string
  readonly fallback: string | undefined
}

type Part =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly variable: Variable }

/** A value of a policy, ready to be asked for its text in a given request. */
export interface Template {
  /** As the policy says it. */
  readonly source: string
  /** The pattern where it is the same for all requests, i.e. without variables. */
  readonly fixed: Pattern | undefined
  readonly parts: readonly Part[]
}

const ESCAPES = new Set(['*', '?', '$'])

export function parseTemplate(source: string, version: PolicyVersion): Template {
  if (version === '2008-10-17' || !source.includes('${')) {
    return { source, fixed: { text: source }, parts: [] }
  }
  const parts = parseParts(source)
  const isFixed = parts.every((part) => part.kind !== 'variable')
  return { source, parts, fixed: isFixed ? join(parts, () => undefined) : undefined }
}

/** Undefined: a variable without value or default, and with it the whole value matches nothing. */
export function resolveTemplate(template: Template, context: RequestContext): Pattern | undefined {
  return template.fixed ?? join(template.parts, (variable) => lookUp(variable, context))
}

/** A key with several values cannot be a variable: there is no saying which one is meant. */
function lookUp({ key, fallback }: Variable, context: RequestContext): string | undefined {
  const values = context.get(key)
  if (values === undefined) return fallback
  return values.length === 1 ? values[0] : undefined
}

function parseParts(source: string): Part[] {
  const parts: Part[] = []
  let from = 0
  while (from < source.length) {
    const open = source.indexOf('${', from)
    const close = open === -1 ? -1 : source.indexOf('}', open)
    if (close === -1) break
    if (open > from) parts.push({ kind: 'written', text: source.slice(from, open) })
    parts.push(parseReference(source.slice(open + 2, close)))
    from = close + 1
  }
  if (from < source.length) parts.push({ kind: 'written', text: source.slice(from) })
  return parts
}

function parseReference(inside: string): Part {
  if (ESCAPES.has(inside)) return { kind: 'literal', text: inside }
  const comma = inside.indexOf(',')
  const key = (comma === -1 ? inside : inside.slice(0, comma)).trim().toLowerCase()
  const fallback = comma === -1 ? undefined : unquote(inside.slice(comma + 1).trim())
  return { kind: 'variable', variable: { key, fallback } }
}

/** The default is written in single quotes; without them it is no default. */
function unquote(text: string): string | undefined {
  const isQuoted = text.length >= 2 && text.startsWith("'") && text.endsWith("'")
  return isQuoted ? text.slice(1, -1) : undefined
}

function join(
  parts: readonly Part[],
  resolve: (variable: Variable) => string | undefined,
): Pattern | undefined {
  const literals = new Set<number>()
  let text = ''
  for (const part of parts) {
    const piece = part.kind === 'variable' ? resolve(part.variable) : part.text
    if (piece === undefined) return undefined
    if (part.kind !== 'written') markLiterals(piece, text.length, literals)
    text += piece
  }
  return { text, literals }
}

function markLiterals(piece: string, at: number, literals: Set<number>): void {
  for (let n = 0; n < piece.length; n++) {
    if (piece[n] === '*' || piece[n] === '?') literals.add(at + n)
  }
}
