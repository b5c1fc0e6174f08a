/** Wrong usage, as one sentence in the user's language: exit code 2. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'UsageError'
  }
}
