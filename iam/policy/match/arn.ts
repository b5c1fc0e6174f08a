/**
 * `ArnLike` and `ArnEquals`: the six segments of an ARN are matched one by one, so that a `*` never
 * reaches over a colon; only the last, the resource, may hold colons of its own.
 */
import { glob, type Matcher, type Pattern } from './glob.ts'

const SEGMENTS = 6

export function arn(pattern: Pattern): Matcher {
  // [inf] A lone `*` stands for every ARN; any other pattern must have all six segments.
  const segments = pattern.text === '*' ? Array(SEGMENTS).fill({ text: '*' }) : split(pattern)
  if (segments === undefined) return () => false
  const matchers: readonly Matcher[] = segments.map(glob)
  return (text) => {
    const values = split({ text })
    return values?.every((value, n) => matchers[n]?.(value.text)) ?? false
  }
}

function split({ text, literals }: Pattern): readonly Pattern[] | undefined {
  const segments: Pattern[] = []
  let from = 0
  while (segments.length < SEGMENTS - 1) {
    const colon = text.indexOf(':', from)
    if (colon === -1) return undefined
    segments.push(part(text, literals, from, colon))
    from = colon + 1
  }
  segments.push(part(text, literals, from, text.length))
  return segments
}

function part(
  text: string,
  literals: ReadonlySet<number> | undefined,
  from: number,
  to: number,
): Pattern {
  const slice = text.slice(from, to)
  if (!literals?.size) return { text: slice }
  return { text: slice, literals: new Set([...literals].map((position) => position - from)) }
}
