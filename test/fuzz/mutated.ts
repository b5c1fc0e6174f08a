/** Valid inputs, damaged: bytes flipped, pieces cut out, repeated, moved, spliced in from another input or a dictionary. */
import fc from 'fast-check'

interface Damage {
  readonly kind: (typeof kinds)[number]
  readonly at: number
  readonly length: number
  readonly pick: number
}

const kinds = [
  'flip',
  'cut',
  'repeat',
  'insert',
  'replace',
  'splice',
  'truncate',
  'swap',
  'flood',
] as const

/** Places and lengths are taken modulo the text, so that each of them means something in every text. */
const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.nat(1_000_000),
  length: fc.nat(60),
  pick: fc.nat(1_000_000),
})

/** Most inputs are damaged a little, so that they get far; some a lot. */
const damages = fc.oneof(
  { weight: 8, arbitrary: fc.array(damage, { minLength: 1, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.array(damage, { minLength: 4, maxLength: 16 }) },
)

/** One character is one byte, as Node hands over heads of requests. */
export function mutated(
  valid: readonly string[],
  dictionary: readonly string[],
  /** Most repetitions of a piece. */
  flood = 400,
): fc.Arbitrary<string> {
  const one = fc.constantFrom(...valid)
  return fc
    .tuple(one, one, damages)
    .map(([text, other, list]) =>
      list.reduce((damaged, each) => apply(damaged, other, { ...each, flood }, dictionary), text),
    )
}

function apply(
  text: string,
  other: string,
  { kind, at, length, pick, flood }: Damage & { readonly flood: number },
  dictionary: readonly string[],
): string {
  const from = text.length === 0 ? 0 : at % text.length
  const to = Math.min(text.length, from + length)
  const word = dictionary[pick % dictionary.length]!
  const [before, piece, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)]
  switch (kind) {
    case 'flip':
      return before + String.fromCharCode(pick % 256) + text.slice(from + 1)
    case 'cut':
      return before + after
    case 'repeat':
      return before + piece.repeat(2 + (pick % 3)) + after
    case 'insert':
      return before + word + text.slice(from)
    case 'replace':
      return before + word + after
    case 'splice':
      return (
        before +
        other.slice(pick % (other.length + 1), (pick % (other.length + 1)) + length) +
        after
      )
    case 'truncate':
      return before
    case 'swap':
      return after + piece + before
    case 'flood':
      return before + (piece || word).slice(0, 12).repeat(1 + (pick % flood)) + after
  }
}
