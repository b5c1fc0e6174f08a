/** Something outside is missing or in the way, as one sentence in the user's language: exit code 3. */
export class EnvironmentError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'EnvironmentError'
  }
}
