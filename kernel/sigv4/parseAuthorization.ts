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
  let count = 0
  for (const component of header.slice(algorithm.length).split(/[, \t]/)) {
    if (component === '') continue
    const equals = component.indexOf('=')
    if (equals < 0) return refused({ kind: 'component', component })
    found.set(component.slice(0, equals), component.slice(equals + 1))
    count++
  }
  const missing = COMPONENTS.filter((name) => !found.has(name))
  if (missing.length > 0 || count !== COMPONENTS.length)
    return refused({ kind: 'components', missing, count })
  return { ok: true, authorization: assembled(algorithm, found) }
}

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
