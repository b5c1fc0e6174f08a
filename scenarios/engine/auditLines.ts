/** "What the auditor sees": the journal's outcomes, one line each. */
import type { Outcome } from '#kernel/journal/outcome.ts'
import type { AuditLine } from './scenario.ts'

export const auditLines = (outcomes: readonly Outcome[]): AuditLine[] =>
  [...outcomes]
    .sort((a, b) => a.at - b.at)
    .map(({ at, account, eventSource, eventName, caller, errorCode }) => ({
      at: new Date(at).toISOString(),
      accountId: account,
      eventSource,
      eventName,
      who: caller.userName ?? caller.arn ?? caller.principalId ?? caller.type,
      errorCode: errorCode ?? null,
    }))
