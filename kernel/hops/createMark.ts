/**
 * A mark that only its maker can put on an object, and nobody can copy, forge or take off; with it goes what the maker
 * wants to know of that object again. A private name is the language's own for this; a WeakMap tells the same and
 * costs ten times as much, for each object and again at its end.
 */
export interface Mark<C> {
  /** Marks `value` itself and answers it. */
  put<T extends object>(value: T, content: C): T
  isOn(value: unknown): boolean
  /** Of a marked object. */
  contentOf(value: object): C
}

export function createMark<C = true>(): Mark<C> {
  // A private name needs a class. Its constructor answers the object that it is given, so that one gets the name.
  class Marked extends Given {
    readonly #content: C
    constructor(value: object, content: C) {
      super(value)
      this.#content = content
    }
    static isOn = (value: unknown): boolean =>
      typeof value === 'object' && value !== null && #content in value
    static contentOf = (value: object): C => (value as Marked).#content
  }
  return {
    put: (value, content) => new Marked(value, content) as unknown as typeof value,
    isOn: Marked.isOn,
    contentOf: Marked.contentOf,
  }
}

class Given {
  constructor(value: object) {
    // biome-ignore lint/correctness/noConstructorReturn: it is what this is for
    return value
  }
}
