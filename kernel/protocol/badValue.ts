/** A request that is not of its operation's form. `malformed.ts` turns it into the service's own refusal. */

export interface BadValueInit {
  /** Where: an XML or JSON body, the path or query string as a whole, or one value elsewhere. */
  readonly kind: 'body' | 'uri' | 'value'
  /** What is wrong: always in the error's `detail`, on the wire where the service's words have a blank for it. */
  readonly problem: string
  /** Name on the wire of the value, and what was sent (left out where secret). */
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** `an integer or within integer range`. */
  readonly expected?: string | undefined
}

export class BadValue extends Error {
  readonly kind: 'body' | 'uri' | 'value'
  /** Blanks that a refusal's text may show. */
  readonly facts: Readonly<Record<'name' | 'value' | 'expected', string>>

  constructor({ kind, problem, name = '', value = '', expected = '' }: BadValueInit) {
    super(problem)
    this.name = 'BadValue'
    this.kind = kind
    this.facts = { name, value, expected }
  }
}
