/** Text -> value: JSON where it is JSON, else YAML 1.2 without custom tags; aliases are bounded. */
import { parseDocument, type YAMLError } from 'yaml'
import { depthLimit } from './boundsProblem.ts'
import { type SeedProblem, seedProblem } from './seedProblem.ts'
import { yamlIsDeeperThan } from './yamlIsDeeperThan.ts'

/** How often anchors may be repeated, counted through one another: enough for shared policies, no bomb. */
const aliasLimit = 100

export type ParsedSeed =
  | { readonly ok: true; readonly seed: unknown }
  | { readonly ok: false; readonly problem: SeedProblem }

export function parseSeed(text: string): ParsedSeed {
  return parseJson(text) ?? parseYaml(text)
}

/** Broken JSON goes to the YAML parser, which reads JSON too and names line and column. */
function parseJson(text: string): ParsedSeed | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    return { ok: true, seed: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function parseYaml(text: string): ParsedSeed {
  if (yamlIsDeeperThan(depthLimit, text))
    return refused(seedProblem('', 'tooDeep', { limit: depthLimit }))
  const document = parseDocument(text, { version: '1.2', schema: 'core' })
  // A warning is a tag that we do not know: its value would not be what its author meant.
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault) return refused(seedProblem('', 'syntax', placeAndReason(fault)))
  try {
    return { ok: true, seed: document.toJS({ maxAliasCount: aliasLimit }) }
  } catch (error) {
    if (error instanceof ReferenceError) return refused(seedProblem('', 'tooManyAliases', {}))
    throw error
  }
}

const refused = (problem: SeedProblem): ParsedSeed => ({ ok: false, problem })

/** The package adds the place and a picture of the line to its sentence; we have the place ourselves. */
function placeAndReason({ message, linePos }: YAMLError) {
  const reason = message.split('\n')[0]!.replace(/ at line \d+, column \d+:$/, '')
  return { line: linePos?.[0].line ?? 1, column: linePos?.[0].col ?? 1, reason }
}
