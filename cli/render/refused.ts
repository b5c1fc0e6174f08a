/** What ended a run before its time: the client's own words for the refusal. */
import { text } from '#i18n/text.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

export function renderRefused(message: string, { texts, paint, width }: Look): string[] {
  const sentence = text(texts.scenario.refused, { message })
  return wrap(sentence, width).map((line) => paint('red', line))
}
