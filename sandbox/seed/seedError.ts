/** A seed that cannot be used, with all that is wrong with it. */
import { type SeedProblem, seedProblemText } from './seedProblem.ts'

export class SeedError extends Error {
  readonly problems: readonly SeedProblem[]
  /** Where it was read from; absent for a seed given as a value. */
  readonly file: string | undefined

  constructor(problems: readonly SeedProblem[], file?: string) {
    super(problems.map((problem) => seedProblemText(problem)).join('\n'))
    this.name = 'SeedError'
    this.problems = problems
    this.file = file
  }
}
