/** From what the layers say and which of them must allow to the decision, and to the statement that made it. */
import type { Decision, LayerId } from '#kernel/hops/decision.ts'
import type { StatementResult } from '../evaluatePolicy.ts'
import type { LayerResult } from '../layers/layer.ts'
import type { LayerResults } from './combiner.ts'

type Outcome = Pick<Decision, 'decision' | 'decidedBy'>
type DecidedBy = NonNullable<Decision['decidedBy']>

/** Which of several denying layers is named. [65 %] AWS does not publish it. */
const NAMING_ORDER: readonly LayerId[] = [
  'rcp',
  'scp',
  'resource',
  'identity',
  'boundary',
  'session',
]

/** An explicit deny is named before an implicit one. */
export function decide(results: LayerResults, required: ReadonlySet<LayerId>): Outcome {
  const denying = find(results, ({ verdict }) => verdict === 'explicitDeny')
  if (denying !== undefined) return { decision: 'Deny', decidedBy: deniedBy(denying) }
  const missing = find(results, (result) => required.has(result.layer) && !letsPass(result))
  if (missing !== undefined) return { decision: 'Deny', decidedBy: implicit(missing) }
  const granting = grantor(results, required)
  return granting === undefined
    ? { decision: 'Allow' }
    : { decision: 'Allow', decidedBy: grantedBy(granting) }
}

function find(
  results: LayerResults,
  matches: (result: LayerResult) => boolean,
): LayerResult | undefined {
  for (const id of NAMING_ORDER) {
    const result = results.get(id)
    if (result !== undefined && matches(result)) return result
  }
  return undefined
}

/** A cap that is not there caps nothing; a resource policy that is not there grants nothing. */
function letsPass({ layer, verdict }: LayerResult): boolean {
  return verdict === 'allow' || (verdict === 'notApplicable' && layer !== 'resource')
}

/** The root user is allowed everything by nobody: then no layer is named. */
function grantor(results: LayerResults, required: ReadonlySet<LayerId>): LayerResult | undefined {
  const grantors: readonly LayerId[] = required.has('identity')
    ? ['identity', 'resource']
    : ['resource']
  return grantors.map((id) => results.get(id)).find((result) => result?.verdict === 'allow')
}

function deniedBy(result: LayerResult): DecidedBy {
  return explicit(result, ({ matched, statement }) => matched && statement.effect === 'Deny')
}

/** Of a resource policy, the statement that names the caller most directly. */
function grantedBy(result: LayerResult): DecidedBy {
  const named = result.grant?.statement
  return explicit(
    result,
    ({ matched, statement: { effect, index } }) =>
      matched && effect === 'Allow' && index === (named ?? index),
  )
}

function explicit(
  { layer, policies }: LayerResult,
  decides: (result: StatementResult) => boolean,
): DecidedBy {
  const policy = policies.find(({ statements }) => statements.some(decides))
  const statement = policy?.statements.find(decides)?.statement
  const document = policy?.document
  return {
    layer,
    explicit: true,
    ...(document !== undefined && { policy: document.name }),
    ...(document?.arn !== undefined && { policyArn: document.arn }),
    ...(document?.group !== undefined && { group: document.group }),
    ...(policy?.level !== undefined && { level: policy.level }),
    ...(statement !== undefined && { statement: statement.index }),
    ...(statement?.sid !== undefined && { sid: statement.sid }),
  }
}

function implicit({ layer, blockedAt }: LayerResult): DecidedBy {
  return {
    layer,
    explicit: false,
    ...(blockedAt !== undefined && { level: blockedAt }),
  }
}
