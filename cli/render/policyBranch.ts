/** A policy that did not let a request through: its statements that came nearest, with what each compared. */
import { fill, text } from '#i18n/text.ts'
import type {
  LayerFinding,
  PolicyFinding,
  Reason,
  StatementFinding,
} from '#kernel/hops/decision.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

interface Place {
  readonly layer: LayerFinding
  /** What stands before each line. */
  readonly stem: string
  readonly look: Look
}

/** Statements shown of one policy; the rest is further from matching, and `--json` has it. */
const mostStatements = 4

export function policyBranch(policy: PolicyFinding, place: Place): string[] {
  const { stem, look } = place
  const { why } = look.texts
  const all = interesting(policy, place.layer)
  const shown = all.slice(0, mostStatements)
  const further = all.length - shown.length
  return [
    ...wrap(policyName(policy, look), look.width, stem),
    ...shown.flatMap((statement) => statementLines(statement, place)),
    ...(further > 0
      ? wrap(text(why.decision.further, { count: further }), look.width, `${stem}  `)
      : []),
  ]
}

function policyName({ name, level, group }: PolicyFinding, { texts }: Look): string {
  const { decision } = texts.why
  if (group !== undefined) return text(decision.policyOfGroup, { policy: name, group })
  return level === undefined ? name : text(decision.policyAt, { policy: name, level })
}

/** Of a deny, what denies; else what could have allowed, the nearest first. */
function interesting({ statements }: PolicyFinding, { verdict }: LayerFinding): StatementFinding[] {
  if (verdict === 'explicitDeny')
    return statements.filter(({ matched, effect }) => matched && effect === 'Deny')
  return statements.filter(({ effect }) => effect === 'Allow').sort((a, b) => misses(a) - misses(b))
}

const misses = ({ because }: StatementFinding) => because.filter(({ matched }) => !matched).length

export function statementName(
  { index, sid }: Pick<StatementFinding, 'index' | 'sid'>,
  { texts }: Look,
): string {
  const { decision } = texts.why
  const n = index + 1
  return sid === undefined
    ? text(decision.statement, { n })
    : text(decision.statementSid, { n, sid })
}

function statementLines(statement: StatementFinding, { stem, look }: Place): string[] {
  const { texts, width } = look
  const effect = statement.effect
  const title = text(texts.why.decision.effect, {
    statement: statementName(statement, look),
    effect,
  })
  return [
    ...wrap(title, width, `${stem}  `),
    ...statement.because.flatMap((reason) => reasonLines(reason, `${stem}    `, look)),
  ]
}

function reasonLines(reason: Reason, stem: string, look: Look): string[] {
  const { texts, symbols, paint, width } = look
  const { elements } = texts.why.decision
  const nameWidth = Math.max(...Object.values(elements).map((name) => name.length))
  const sign = reason.matched ? symbols.passed : symbols.failed
  const first = `${stem}${sign} ${elements[reason.element].padEnd(nameWidth)}  `
  const lines = wrap(
    reasonText(reason, look),
    width,
    first,
    stem + ' '.repeat(first.length - stem.length),
  )
  return lines.map((line) => paint(reason.matched ? 'dim' : 'red', line))
}

function reasonText({ key, wanted, got, written, operator, contextKey }: Reason, look: Look) {
  const { reasons } = look.texts.why
  const template = (reasons as Readonly<Record<string, string>>)[key] ?? key
  const reason = fill(template, {
    wanted: listed(wanted, look),
    got: listed(got, look),
    operator: operator ?? '',
    contextKey: contextKey ?? '',
  })
  return written === undefined
    ? reason
    : text(reasons.written, { reason, written: listed(written, look) })
}

/** Values shown of a list that may be long. */
const mostValues = 6

function listed(values: readonly string[] | undefined, { symbols }: Look): string {
  if (values === undefined || values.length === 0) return symbols.none
  const shown = values.slice(0, mostValues).join(', ')
  return values.length > mostValues ? `${shown}, ${symbols.cut}` : shown
}
