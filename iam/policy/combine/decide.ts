/** From what the layers say and which of them must allow to the decision, and to the statement that made it. */
import type { Decision, LayerFinding, LayerId, StatementFinding } from '#kernel/hops/decision.ts'
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
  const denying = find(results, ({ finding }) => finding.verdict === 'explicitDeny')
  if (denying !== undefined) return { decision: 'Deny', decidedBy: deniedBy(denying) }
  const missing = find(results, ({ finding }) => required.has(finding.layer) && !letsPass(finding))
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
function letsPass({ layer, verdict }: LayerFinding): boolean {
  return verdict === 'allow' || (verdict === 'notApplicable' && layer !== 'resource')
}

/** The root user is allowed everything by nobody: then no layer is named. */
function grantor(results: LayerResults, required: ReadonlySet<LayerId>): LayerResult | undefined {
  const grantors: readonly LayerId[] = required.has('identity')
    ? ['identity', 'resource']
    : ['resource']
  return grantors.map((id) => results.get(id)).find((result) => result?.finding.verdict === 'allow')
}

function deniedBy({ finding }: LayerResult): DecidedBy {
  return explicit(finding, ({ matched, effect }) => matched && effect === 'Deny')
}

/** Of a resource policy, the statement that names the caller most directly. */
function grantedBy({ finding, grant }: LayerResult): DecidedBy {
  return explicit(
    finding,
    ({ matched, effect, index }) =>
      matched && effect === 'Allow' && index === (grant?.statement ?? index),
  )
}

function explicit(
  finding: LayerFinding,
  decides: (statement: StatementFinding) => boolean,
): DecidedBy {
  const policy = finding.policies.find(({ statements }) => statements.some(decides))
  const statement = policy?.statements.find(decides)
  return {
    layer: finding.layer,
    explicit: true,
    ...(policy !== undefined && { policy: policy.name }),
    ...(policy?.arn !== undefined && { policyArn: policy.arn }),
    ...(policy?.group !== undefined && { group: policy.group }),
    ...(policy?.level !== undefined && { level: policy.level }),
    ...(statement !== undefined && { statement: statement.index }),
    ...(statement?.sid !== undefined && { sid: statement.sid }),
  }
}

function implicit({ finding, blockedAt }: LayerResult): DecidedBy {
  return {
    layer: finding.layer,
    explicit: false,
    ...(blockedAt !== undefined && { level: blockedAt }),
  }
}
