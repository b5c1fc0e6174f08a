/**
 * The JSON of a policy (RFC 8259), stricter than JSON.parse: an element that is there twice is refused,
 * not overwritten ("must not contain multiple instances of the same key", grammar of the IAM JSON policy
 * language), and size and depth are bounded before anything walks through it.
 */
import type { PolicyKind } from '../policy.ts'
import { malformedPolicy } from './malformedPolicy.ts'

/** In characters. Services set their own, smaller limits; AWS's longest managed policies fit. */
export const MAX_DOCUMENT_LENGTH = 131_072

/** A policy needs six: document, statements, statement, condition, operator, values. */
const MAX_DEPTH = 10

export function parsePolicyJson(text: string, kind: PolicyKind): unknown {
  if (text.length > MAX_DOCUMENT_LENGTH) throw malformedPolicy('tooLarge', kind)
  if (text.trimStart()[0] !== '{') throw malformedPolicy('notAnObject', kind)
  const value = parseJson(text, kind)
  refuseDepthAndDuplicates(text, kind)
  return value
}

function parseJson(text: string, kind: PolicyKind): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformedPolicy('invalidJson', kind)
  }
}

/** `text` is JSON already: strings and brackets are all that must be told apart. */
function refuseDepthAndDuplicates(text: string, kind: PolicyKind): void {
  const open: Set<string>[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '{' || char === '[') open.push(new Set())
    if (char === '}' || char === ']') open.pop()
    if (open.length > MAX_DEPTH) throw malformedPolicy('tooDeep', kind)
    if (char !== '"') continue
    const end = endOfString(text, at)
    if (isFollowedByColon(text, end)) refuseDuplicate(text.slice(at, end), open.at(-1), kind)
    at = end - 1
  }
}

function refuseDuplicate(literal: string, seen: Set<string> | undefined, kind: PolicyKind): void {
  const name = String(JSON.parse(literal))
  if (seen?.has(name)) throw malformedPolicy('duplicateElement', kind, name)
  seen?.add(name)
}

/** The position after the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from
  while (WHITESPACE.has(text[at] ?? '')) at++
  return text[at] === ':'
}

const WHITESPACE = new Set([' ', '\t', '\n', '\r'])
