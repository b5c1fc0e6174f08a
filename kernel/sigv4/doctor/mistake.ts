/** A thing that clients get wrong when they sign, as a rule of the doctor: what they would have signed then. */
import type { SentRequest } from './sentRequest.ts'
import type { SigningInput } from './signingInput.ts'

export interface Mistake<Id extends string = string> {
  /** Named after its file; texts and reports know it by this. */
  readonly id: Id
  /** Tried value by value or header by header: such guesses are many, and two of them together come last. */
  readonly isGuessed: boolean
  /** The inputs that a client who makes it may have signed. One that is no different is not tried. */
  readonly variants: Variants
}

export type Variants = (input: SigningInput, sent: SentRequest) => readonly Variant[]

export interface Variant {
  readonly input: SigningInput
  /** What the sentence names: the header, the value that was signed. */
  readonly params: Readonly<Record<string, string>>
}

/** Keeps the id as a literal, so that the list of mistakes types its texts. */
export const mistake = <const Id extends string>(id: Id, variants: Variants): Mistake<Id> => ({
  id,
  isGuessed: false,
  variants,
})

export const guessedMistake = <const Id extends string>(
  id: Id,
  variants: Variants,
): Mistake<Id> => ({ id, isGuessed: true, variants })

/** An input with some parts put in the place of others. */
export const signing = (
  input: SigningInput,
  changes: Partial<SigningInput>,
  params: Variant['params'] = {},
): Variant => ({ input: { ...input, ...changes }, params })
