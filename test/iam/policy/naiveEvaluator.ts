/**
 * A second evaluator, written from AWS's evaluation page alone and slow on purpose: for users and role
 * sessions within one account, with SCPs, boundary, session and identity policies; Action, NotAction,
 * Resource, NotResource and StringEquals, StringNotEquals, StringLike of one value each.
 */
export interface NaiveStatement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action?: readonly string[]
  readonly NotAction?: readonly string[]
  readonly Resource?: readonly string[]
  readonly NotResource?: readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

export type NaivePolicy = readonly NaiveStatement[]

export interface NaiveRequest {
  readonly action: string
  readonly resource: string
  /** One value a key, named exactly as the policies name it. */
  readonly keys: Readonly<Record<string, string>>
  readonly identity: readonly NaivePolicy[]
  readonly boundary: NaivePolicy | null
  readonly session: readonly NaivePolicy[]
  /** From the root to the account; null = no organization. */
  readonly scps: readonly (readonly NaivePolicy[])[] | null
}

export function naiveDecision(request: NaiveRequest): 'Allow' | 'Deny' {
  const everything = [
    ...request.identity,
    ...(request.boundary ? [request.boundary] : []),
    ...request.session,
    ...(request.scps ?? []).flat(),
  ]
  // "If the code finds even one explicit deny that applies, the code returns a final decision of Deny."
  for (const policy of everything) {
    for (const statement of policy) {
      if (statement.Effect === 'Deny' && applies(statement, request)) return 'Deny'
    }
  }
  for (const level of request.scps ?? []) {
    if (!someAllows(level, request)) return 'Deny'
  }
  if (!someAllows(request.identity, request)) return 'Deny'
  if (request.boundary && !someAllows([request.boundary], request)) return 'Deny'
  if (request.session.length > 0 && !someAllows(request.session, request)) return 'Deny'
  return 'Allow'
}

function someAllows(policies: readonly NaivePolicy[], request: NaiveRequest): boolean {
  for (const policy of policies) {
    for (const statement of policy) {
      if (statement.Effect === 'Allow' && applies(statement, request)) return true
    }
  }
  return false
}

function applies(statement: NaiveStatement, request: NaiveRequest): boolean {
  const action = request.action.toLowerCase()
  const lower = (patterns: readonly string[]) => patterns.map((pattern) => pattern.toLowerCase())
  if (statement.Action && !anyLike(lower(statement.Action), action)) return false
  if (statement.NotAction && anyLike(lower(statement.NotAction), action)) return false
  if (statement.Resource && !anyLike(statement.Resource, request.resource)) return false
  if (statement.NotResource && anyLike(statement.NotResource, request.resource)) return false
  for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
    for (const [key, values] of Object.entries(keys)) {
      if (!conditionHolds(operator, values, request.keys[key])) return false
    }
  }
  return true
}

function conditionHolds(operator: string, values: readonly string[], got: string | undefined) {
  switch (operator) {
    case 'StringEquals':
      return got !== undefined && values.includes(got)
    case 'StringNotEquals':
      return got === undefined || !values.includes(got)
    case 'StringLike':
      return got !== undefined && anyLike(values, got)
    default:
      throw new Error(`the naive evaluator does not know ${operator}`)
  }
}

function anyLike(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) => like(pattern, text))
}

/** All ends of `text` that a prefix of the pattern can leave over, character by character. */
function like(pattern: string, text: string): boolean {
  let left = new Set([text])
  for (const char of pattern) {
    const next = new Set<string>()
    for (const rest of left) {
      if (char === '*') for (let cut = 0; cut <= rest.length; cut++) next.add(rest.slice(cut))
      else if (rest !== '' && (char === '?' || char === rest[0])) next.add(rest.slice(1))
    }
    left = next
  }
  return left.has('')
}
