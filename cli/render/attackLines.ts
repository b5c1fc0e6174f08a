/** An attack as a CI log wants it: one line that scripts read, the same in every language, and what did not hold. */
import { printable } from '#i18n/printable.ts'
import { text } from '#i18n/text.ts'
import type { AttackReport } from '#scenarios/engine/scenario.ts'
import { conditionLines } from './hopChecks.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

const indent = '  '

export function attackLines(attack: AttackReport, look: Look): string[] {
  if (attack.because !== undefined) return skipped(attack, look)
  const broken = attack.conditions.filter(({ holds }) => !holds)
  return [
    attackLine(attack, look),
    ...(attack.status === null && broken.length > 0 ? said(attack, look) : []),
    ...conditionLines(broken, look, indent),
  ]
}

/** `late: hop 9 S3 403 RequestTimeTooSkewed`. */
export function attackLine(attack: AttackReport, { texts }: Look): string {
  const { id, hop, party } = attack
  return printable(`${id}: hop ${hop} ${texts.scenario.parties[party]} ${ending(attack)}`)
}

function ending({ outcome, status, code }: AttackReport): string {
  if (code === 'accepted') return code
  return `${outcome === 'offline' ? outcome : (status ?? '-')} ${code ?? '-'}`
}

/** Why it did not come to the attack. */
const said = ({ message }: AttackReport, { width }: Look): string[] =>
  message === '' ? [] : wrap(printable(message), width, indent)

function skipped({ id, because }: AttackReport, { texts: { attacks }, width }: Look): string[] {
  if (because === undefined) return []
  if (because === 'needsBytesOnAHop') return [text(attacks.skipped, { id })]
  const reason = attacks.doesNotFit[because]
  return wrap(text(attacks.skippedForSeed, { id, reason }), width, '', indent)
}
