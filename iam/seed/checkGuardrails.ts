/**
 * The organization's policies of a seed are kept by Organizations, but IAM judges by them: one that it cannot
 * read would stop every request of its accounts, so it is refused at the start.
 */
import { AwsError } from '#kernel/errors/awsError.ts'
import { parsePolicy } from '../policy/parsePolicy.ts'

export interface SeedGuardrail {
  readonly name: string
  readonly type: 'SCP' | 'RCP'
  readonly content: object
}

export function checkGuardrails(policies: readonly SeedGuardrail[]): void {
  for (const { name, type, content } of policies)
    try {
      parsePolicy(JSON.stringify(content), type === 'SCP' ? 'scp' : 'rcp')
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      throw new Error(`the seed's ${type} ${name} is malformed: ${error.detail['reason']}`, {
        cause: error,
      })
    }
}
