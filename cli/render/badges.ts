/** Where a request's answer is not what AWS's would be, or is for another reason: one sentence each. */
import { printable } from '#i18n/printable.ts'
import { fill } from '#i18n/text.ts'
import type { Badge } from '#kernel/trace/badge.ts'
import type { Texts } from '../texts.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

export function renderBadges(badges: readonly Badge[], look: Look, indent: string): string[] {
  const { texts, paint, symbols, width } = look
  const first = `${indent}${symbols.differs} `
  return badges
    .flatMap((badge) => wrap(badgeText(badge, texts), width, first, ' '.repeat(first.length)))
    .map((line) => paint('yellow', line))
}

/** A recording of a later version may bring one that we do not know: it is shown by its name. */
export function badgeText({ badge, ...params }: Badge, { cli }: Texts): string {
  const sentences: Readonly<Record<string, string>> = cli.badges
  return Object.hasOwn(sentences, badge) ? fill(sentences[badge]!, params) : printable(badge)
}
