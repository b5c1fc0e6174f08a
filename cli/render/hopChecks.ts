/** The checks of a hop, one sentence each: the mark says whether it holds. */
import { printable } from '#i18n/printable.ts'
import { fill, text } from '#i18n/text.ts'
import type { HopCheck } from '#scenarios/engine/scenario.ts'
import type { Texts } from '../texts.ts'
import { forPeople } from './forPeople.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

type Sentences = Readonly<Record<string, string>>

export const hopChecks = (checks: readonly HopCheck[], look: Look, indent: string): string[] =>
  checkLines(checks, look.texts.scenario.hopCheck, look, indent)

/** As the checks of hops, what is held against an attack. */
export const conditionLines = (
  conditions: readonly HopCheck[],
  look: Look,
  indent: string,
): string[] => checkLines(conditions, look.texts.attacks.conditions, look, indent)

const checkLines = (
  checks: readonly HopCheck[],
  sentences: Sentences,
  look: Look,
  indent: string,
): string[] => checks.flatMap((check) => checkLine(check, sentences, look, indent))

function checkLine(check: HopCheck, sentences: Sentences, look: Look, indent: string): string[] {
  const { texts, symbols, paint, width } = look
  const rule = sentence(check, sentences, look)
  const [symbol, found, format] = check.holds
    ? ([symbols.passed, rule, 'dim'] as const)
    : ([symbols.failed, text(texts.scenario.doesNotHold, { check: rule }), 'red'] as const)
  const first = `${indent}${symbol} `
  return wrap(found, width, first, ' '.repeat(first.length)).map((line) => paint(format, line))
}

/** A recording of a later version may bring a key that we do not know: it is shown as it is. */
function sentence(
  { key, params }: HopCheck,
  sentences: Sentences,
  { texts, symbols }: Look,
): string {
  if (!Object.hasOwn(sentences, key)) return printable(key)
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    forPeople(named(name, value, texts), symbols.cut),
  ])
  return fill(sentences[key]!, Object.fromEntries(shown))
}

/** Decisions name a layer, statements a party, by its id; an assignment says `GROUP builders`. */
function named(name: string, value: string | number, { scenario }: Texts): string | number {
  if (name === 'through')
    return String(value).replace(/^(?:GROUP|USER)(?= )/, (type) => of(scenario.principals, type))
  if (name === 'layer') return of(scenario.layers, String(value))
  return name === 'issuer' ? of(scenario.parties, String(value)) : value
}

const of = (names: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(names, id) ? names[id]! : id
