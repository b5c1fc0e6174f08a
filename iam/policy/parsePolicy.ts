/** From the text of a policy to what can be asked: JSON, grammar, checks in AWS's order, compilation. */

import { checks } from './parse/checks/index.ts'
import { compileStatement } from './parse/compileStatement.ts'
import { parsePolicyJson } from './parse/parsePolicyJson.ts'
import { readPolicy } from './parse/readPolicy.ts'
import type { Policy, PolicyKind } from './policy.ts'

/** Throws `MalformedPolicyDocument` in AWS's wording; `detail.reason` says which rule was broken. */
export function parsePolicy(document: string, kind: PolicyKind): Policy {
  const raw = readPolicy(parsePolicyJson(document, kind), kind)
  for (const check of checks) check(raw, kind)
  return {
    version: raw.version,
    id: raw.id,
    statements: raw.statements.map((statement, index) =>
      compileStatement(statement, index, raw.version),
    ),
  }
}
