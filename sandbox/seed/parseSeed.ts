/** Text -> value: JSON where it is JSON, else YAML 1.2 without custom tags; aliases are bounded. */
import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml'
import { depthLimit } from './boundsProblem.ts'
import { repeatedKey } from './repeatedKey.ts'
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
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { ...options, lineCounter })
  // A warning is a tag that we do not know: its value would not be what its author meant.
  const fault = document.errors[0] ?? document.warnings[0] ?? repeated(document)
  if (fault) return refused(seedProblem('', 'syntax', placeAndReason(fault, lineCounter)))
  try {
    return { ok: true, seed: document.toJS({ maxAliasCount: aliasLimit }) }
  } catch (error) {
    if (error instanceof ReferenceError) return refused(seedProblem('', 'tooManyAliases', {}))
    throw error
  }
}

const options = {
  version: '1.2',
  schema: 'core',
  // Each of a file's errors would draw its line, and a file may have thousands.
  prettyErrors: false,
  uniqueKeys: false,
} as const

type Fault = Pick<YAMLError, 'message' | 'pos'>

function repeated(document: Document): Fault | undefined {
  const at = repeatedKey(document)
  return at === undefined ? undefined : { message: 'Map keys must be unique', pos: [at, at] }
}

const refused = (problem: SeedProblem): ParsedSeed => ({ ok: false, problem })

function placeAndReason({ message, pos }: Fault, lines: LineCounter) {
  const { line, col } = lines.linePos(pos[0])
  return { line, column: col, reason: message.split('\n')[0]! }
}
