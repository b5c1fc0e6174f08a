/** A sentence of an explanation in the language: layers, parties and instants as people read them. */
import { fill } from '#i18n/text.ts'
import type { Texts } from '../texts.ts'
import type { Sentence } from '../why/sentence.ts'
import { partyName } from './partyName.ts'

export function whySentence({ key, params }: Sentence, texts: Texts): string {
  const shown = Object.entries(params).map(([name, value]) => [name, named(name, value, texts)])
  return fill(texts.why.because[key], Object.fromEntries(shown))
}

const parties = new Set(['party', 'from', 'to'])

function named(name: string, value: string | number, texts: Texts): string | number {
  if (parties.has(name)) return partyName(String(value), texts)
  const layers: Readonly<Record<string, string>> = texts.scenario.layers
  return name === 'layer' && Object.hasOwn(layers, value) ? layers[value]! : value
}
