/**
 * `*` (any characters) and `?` (exactly one), as IAM uses them in actions, resources and `StringLike`.
 * Two pointers, never a RegExp: the worst pattern costs O(pattern x text), it cannot explode.
 */
export interface Pattern {
  readonly text: string
  /** Positions of `*` and `?` that stand for themselves: `${*}`, or what a variable brought in. */
  readonly literals?: ReadonlySet<number> | undefined
}

export type Matcher = (text: string) => boolean

const ANY = -1
const ONE = -2

export function glob(pattern: Pattern): Matcher {
  const tokens = tokenise(pattern)
  const firstWild = tokens.findIndex((token) => token < 0)
  if (firstWild === -1) return (text) => text === pattern.text
  if (tokens[firstWild] === ANY && firstWild === tokens.length - 1) {
    const prefix = pattern.text.slice(0, firstWild)
    return (text) => text.startsWith(prefix)
  }
  const shortest = tokens.filter((token) => token !== ANY).length
  return (text) => text.length >= shortest && matches(tokens, text)
}

/** `*?*?` becomes `??*`: the same language, and nothing to backtrack over. */
function tokenise({ text, literals }: Pattern): readonly number[] {
  const tokens: number[] = []
  let any = false
  for (let at = 0; at < text.length; at++) {
    const token = tokenAt(text, at, literals)
    if (token === ANY) any = true
    else if (token === ONE) tokens.push(ONE)
    else {
      if (any) tokens.push(ANY)
      any = false
      tokens.push(token)
    }
  }
  if (any) tokens.push(ANY)
  return tokens
}

function tokenAt(text: string, at: number, literals: ReadonlySet<number> | undefined): number {
  const char = text[at]
  if ((char !== '*' && char !== '?') || literals?.has(at)) return text.charCodeAt(at)
  return char === '*' ? ANY : ONE
}

/** On a mismatch the latest `*` takes one character more; earlier ones never need to be asked again. */
function matches(tokens: readonly number[], text: string): boolean {
  let token = 0
  let at = 0
  let star = -1
  let starAt = 0
  while (at < text.length) {
    const wanted = tokens[token]
    if (wanted === ANY) {
      star = token++
      starAt = at
    } else if (wanted === ONE || wanted === text.charCodeAt(at)) {
      token++
      at++
    } else if (star === -1) {
      return false
    } else {
      token = star + 1
      at = ++starAt
    }
  }
  return token === tokens.length || (token === tokens.length - 1 && tokens[token] === ANY)
}
