/** An attack as it is told to a person: what the attacker does, what came back, what was checked, what stopped it. */
import { printable } from '#i18n/printable.ts'
import { text } from '#i18n/text.ts'
import type { AttackSummary } from '#scenarios/engine/attack.ts'
import type { AttackReport } from '#scenarios/engine/scenario.ts'
import { attackLine, attackLines } from './attackLines.ts'
import { changedLines } from './changedLines.ts'
import { conditionLines } from './hopChecks.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

const indent = '  '
const inner = '    '

export interface Progress {
  readonly attack: AttackSummary
  readonly n: number
  readonly of: number
}

/** Told before it runs, so that one sees that it does. */
export function renderAttacking({ attack, n, of }: Progress, look: Look): string[] {
  const { texts, paint, width } = look
  const story = storyOf(attack.id, look)
  const place = of > 1 ? `${text(texts.attacks.progress, { n, of })} ` : ''
  const title = `${place}${story?.title ?? attack.id}`
  return [
    ...wrap(title, width).map((line) => paint('bold', line)),
    ...(story ? part(texts.attacks.attackerTitle, story.attacker, look) : []),
  ]
}

export function renderAttacked(attack: AttackReport, look: Look): string[] {
  if (attack.because !== undefined) return [...attackLines(attack, look), '']
  const { texts, paint } = look
  const { changedTitle, conditionsTitle, teaches } = texts.attacks
  const story = storyOf(attack.id, look)
  return [
    ...section(changedTitle, changed(attack, look), look),
    ...section(texts.attacks.answerTitle, answered(attack, look), look),
    ...section(conditionsTitle, conditionLines(attack.conditions, look, inner), look),
    ...(story
      ? [
          ...part(stoppedTitle(attack, look), story.stopped, look),
          ...part(teaches, story.teaches, look),
        ]
      : []),
    paint(attack.verdict === 'passed' ? 'green' : 'red', marked(attack, look)),
    '',
  ]
}

type Story = Readonly<Record<'title' | 'attacker' | 'stopped' | 'teaches', string>>

/** A report of a later version may bring an attack that we do not know. */
function storyOf(id: string, { texts }: Look): Story | undefined {
  const stories: Readonly<Record<string, Story>> = texts.attacks.of
  return Object.hasOwn(stories, id) ? stories[id] : undefined
}

const section = (title: string, lines: readonly string[], { paint }: Look): string[] =>
  lines.length === 0 ? [] : [paint('cyan', indent + title), ...lines]

const part = (title: string, sentences: string, look: Look): string[] =>
  section(title, wrap(sentences, look.width, inner), look)

function changed({ changed, status, outcome }: AttackReport, look: Look): readonly string[] {
  if (changed.length > 0) return changedLines(changed, look, inner)
  const cameToIt = status !== null || outcome === 'offline'
  return cameToIt ? wrap(look.texts.attacks.changedNothing, look.width, inner) : []
}

function stoppedTitle({ outcome, verdict }: AttackReport, { texts }: Look): string {
  const { stopped, shouldStop, wouldStop } = texts.attacks
  if (outcome !== 'refused') return wouldStop
  return verdict === 'passed' ? stopped : shouldStop
}

function answered(attack: AttackReport, look: Look): string[] {
  const words = attack.message === '' ? [] : wrap(printable(attack.message), look.width, inner)
  return [...wrap(outcome(attack, look), look.width, inner), ...words]
}

function outcome({ outcome, party, status, code }: AttackReport, { texts }: Look): string {
  const { answerNone, answerOffline, answerAccepted, answerRefused } = texts.attacks
  if (outcome === 'offline') return text(answerOffline, { result: code ?? '-' })
  if (status === null) return answerNone
  const named = { party: texts.scenario.parties[party], status }
  if (status < 400) return text(answerAccepted, named)
  return text(answerRefused, { ...named, code: code ?? '-' })
}

const marked = (attack: AttackReport, look: Look): string =>
  `${attack.verdict === 'passed' ? look.symbols.passed : look.symbols.failed} ${attackLine(attack, look)}`
