/** A decision of IAM as a tree: all six layers with their verdicts, and why the statements that could have decided did not. */
import { text } from '#i18n/text.ts'
import type { Decision, LayerFinding, PolicyFinding } from '#kernel/hops/decision.ts'
import type { Look } from './look.ts'
import { policyBranch, statementName } from './policyBranch.ts'
import type { Symbols } from './symbols.ts'
import { wrap } from './wrap.ts'

export function decisionTree(decision: Decision, look: Look): string[] {
  const { texts, symbols, paint, width } = look
  const { why } = texts
  const about = [
    `${symbols.failed} ${why.decision.deny}  ${decision.action}`,
    ...[
      text(why.decision.on, { resource: decision.resource }),
      text(why.decision.principal, { principal: decision.principal }),
    ].flatMap((line) => wrap(line, width, indent)),
  ]
  const last = decision.layers.at(-1)
  const branches = decision.layers.flatMap((layer) =>
    branch(layer, decision, layer === last ? endOf(symbols) : middleOf(symbols), look),
  )
  return [...about.map((line) => paint('bold', line)), ...branches]
}

const indent = '    '

/** How a branch leaves the trunk, and what goes on beside what hangs under it. */
interface Twig {
  readonly fork: string
  readonly stem: string
}

const middleOf = ({ branch, stem }: Symbols): Twig => ({ fork: branch, stem })
const endOf = ({ lastBranch }: Symbols): Twig => ({ fork: lastBranch, stem: ' ' })

function branch(layer: LayerFinding, decision: Decision, twig: Twig, look: Look): string[] {
  const { paint, width, texts } = look
  const names = texts.scenario.layers
  const nameWidth = Math.max(...Object.values(names).map((name) => name.length))
  const first = `${twig.fork} ${signOf(layer, look)} ${names[layer.layer].padEnd(nameWidth)}  `
  const hanging = twig.stem.padEnd(first.length)
  const head = wrap(verdict(layer, decision, look), width, first, hanging)
  const below = detailed(layer, decision).flatMap((policy) =>
    policyBranch(policy, { layer, stem: `${twig.stem}    `, look }),
  )
  const decides = decision.decidedBy?.layer === layer.layer
  return [...(decides ? head.map((line) => paint('red', line)) : head), ...below]
}

function signOf({ verdict }: LayerFinding, { symbols }: Look): string {
  if (verdict === 'allow') return symbols.passed
  return verdict === 'notApplicable' ? symbols.none.padEnd(symbols.failed.length) : symbols.failed
}

function verdict(layer: LayerFinding, decision: Decision, look: Look): string {
  const { why } = look.texts
  const said = verdictText(layer, look)
  const decides = decision.decidedBy?.layer === layer.layer
  return decides ? `${said} (${why.decision.decides})` : said
}

function verdictText({ verdict, policies }: LayerFinding, look: Look): string {
  const { decision } = look.texts.why
  switch (verdict) {
    case 'notApplicable':
      return decision.none
    case 'explicitDeny':
      return decision.denies
    case 'implicitDeny':
      return policies.length === 0 ? decision.noPolicies : decision.allowsNothing
    case 'allow':
      return [decision.allows, allowing(policies, look)].filter((part) => part !== '').join(': ')
  }
}

/** The first statement that allows it; there may be more. */
function allowing(policies: readonly PolicyFinding[], look: Look): string {
  for (const { name, statements } of policies) {
    const statement = statements.find(({ matched, effect }) => matched && effect === 'Allow')
    if (statement) return `${name}, ${statementName(statement, look)}`
  }
  return ''
}

/** What allows needs no reasons; of a guardrail only the level counts that lets nothing past. */
function detailed(layer: LayerFinding, { decidedBy }: Decision): readonly PolicyFinding[] {
  const { verdict, policies } = layer
  if (verdict === 'allow' || verdict === 'notApplicable') return []
  const level = decidedBy?.layer === layer.layer ? decidedBy.level : undefined
  return policies
    .filter((policy) => level === undefined || policy.level === level)
    .filter((policy) => verdict === 'implicitDeny' || policy.statements.some(denies))
}

const denies = ({ matched, effect }: PolicyFinding['statements'][number]) =>
  matched && effect === 'Deny'
