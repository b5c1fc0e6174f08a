/** An operator as a policy writes it: `ForAnyValue:StringLikeIfExists`. */
import { operators } from './index.ts'
import type { Operator } from './operator.ts'
import type { Quantifier } from './quantifier.ts'

export interface OperatorReference {
  /** As written. */
  readonly name: string
  readonly operator: Operator
  readonly quantifier: Quantifier
  readonly isIfExists: boolean
}

const IF_EXISTS = 'IfExists'

/** Undefined where IAM has no such operator; names are compared with regard to case. */
export function operatorReference(name: string): OperatorReference | undefined {
  const { quantifier, rest } = splitQuantifier(name)
  const isIfExists = rest.endsWith(IF_EXISTS)
  const operator = operators.get(isIfExists ? rest.slice(0, -IF_EXISTS.length) : rest)
  if (operator === undefined) return undefined
  // `Null` asks about presence itself: neither suffix nor quantifier makes sense with it.
  if (operator.presence && name !== operator.name) return undefined
  return { name, operator, quantifier, isIfExists }
}

function splitQuantifier(name: string): { quantifier: Quantifier; rest: string } {
  for (const quantifier of ['ForAllValues', 'ForAnyValue'] as const) {
    const prefix = `${quantifier}:`
    if (name.startsWith(prefix)) return { quantifier, rest: name.slice(prefix.length) }
  }
  return { quantifier: 'single', rest: name }
}
