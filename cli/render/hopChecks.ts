/** The checks of a hop, one sentence each: the mark says whether it holds. */
import { printable } from '#i18n/printable.ts'
import { fill, text } from '#i18n/text.ts'
import type { HopCheck } from '#scenarios/engine/scenario.ts'
import type { Texts } from '../texts.ts'
import { forPeople } from './forPeople.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

export function hopChecks(checks: readonly HopCheck[], look: Look, indent: string): string[] {
  return checks.flatMap((check) => hopCheck(check, look, indent))
}

function hopCheck(check: HopCheck, look: Look, indent: string): string[] {
  const { texts, symbols, paint, width } = look
  const rule = sentence(check, look)
  const [symbol, found, format] = check.holds
    ? ([symbols.passed, rule, 'dim'] as const)
    : ([symbols.failed, text(texts.scenario.doesNotHold, { check: rule }), 'red'] as const)
  const first = `${indent}${symbol} `
  return wrap(found, width, first, ' '.repeat(first.length)).map((line) => paint(format, line))
}

/** A recording of a later version may bring a key that we do not know: it is shown as it is. */
function sentence({ key, params }: HopCheck, { texts, symbols }: Look): string {
  const sentences: Readonly<Record<string, string>> = texts.scenario.hopCheck
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
