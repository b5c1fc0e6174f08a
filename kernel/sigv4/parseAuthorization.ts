/** Takes the Authorization header apart: algorithm, Credential, SignedHeaders, Signature. Judges nothing else. */

export const COMPONENTS = ['Credential', 'Signature', 'SignedHeaders'] as const
export type ComponentName = (typeof COMPONENTS)[number]

export interface Authorization {
  readonly algorithm: string
  readonly credential: string
  /** As listed by the client: not yet sorted, in its own case. */
  readonly signedHeaders: readonly string[]
  readonly signature: string
}

export type AuthorizationProblem =
  /** No blank after the algorithm. */
  | { readonly kind: 'no-space' }
  /** A component without `=`. */
  | { readonly kind: 'component'; readonly component: string }
  /** Not exactly one of each: some may be missing, and `count` says how many there are in all. */
  | {
      readonly kind: 'components'
      readonly missing: readonly ComponentName[]
      readonly count: number
    }

export type ParsedAuthorization =
  | { readonly ok: true; readonly authorization: Authorization }
  | { readonly ok: false; readonly problem: AuthorizationProblem }

/** The algorithm, or the scheme of another kind of authentication: what stands before the first blank. */
export function authorizationScheme(header: string): string {
  const blank = header.indexOf(' ')
  return blank < 0 ? header : header.slice(0, blank)
}

export function parseAuthorization(header: string): ParsedAuthorization {
  const algorithm = authorizationScheme(header)
  if (algorithm === header) return refused({ kind: 'no-space' })
  const found = new Map<string, string>()
  const components = header.slice(algorithm.length).split(SEPARATOR).filter(isThere)
  for (const component of components) {
    const equals = component.indexOf('=')
    if (equals < 0) return refused({ kind: 'component', component })
    found.set(component.slice(0, equals), component.slice(equals + 1))
  }
  const missing = COMPONENTS.filter((name) => !found.has(name))
  if (missing.length > 0 || components.length !== COMPONENTS.length)
    return refused({ kind: 'components', missing, count: components.length })
  return { ok: true, authorization: assembled(algorithm, found) }
}

/** Commas, blanks, or both. */
const SEPARATOR = /[, \t]/
const isThere = (component: string) => component !== ''

const refused = (problem: AuthorizationProblem): ParsedAuthorization => ({ ok: false, problem })

function assembled(algorithm: string, found: ReadonlyMap<string, string>): Authorization {
  const signedHeaders = found.get('SignedHeaders')!
  return {
    algorithm,
    credential: found.get('Credential')!,
    signedHeaders: signedHeaders === '' ? [] : signedHeaders.split(';'),
    signature: found.get('Signature')!,
  }
}
