/** "What the auditor sees": the journal's records as a table. */
import { printable } from '#i18n/printable.ts'
import type { AuditLine } from '#scenarios/engine/scenario.ts'
import type { Look } from './look.ts'
import { table } from './table.ts'
import { clockTime } from './time.ts'

const indent = '  '

export function renderAudit(records: readonly AuditLine[], look: Look): string[] {
  const { texts, symbols, paint, width } = look
  const { auditTitle, auditEmpty } = texts.scenario
  if (records.length === 0) return [paint('bold', auditTitle), indent + auditEmpty, '']
  const rows = [titles(records, look), ...records.map((record) => row(record, records, look))]
  const [head = '', ...body] = table(rows, width - indent.length, symbols.cut)
  return [
    paint('bold', auditTitle),
    paint('dim', indent + head),
    ...body.map((line) => indent + line),
    '',
  ]
}

/** The error has a column only where there is one. */
const hasErrors = (records: readonly AuditLine[]) =>
  records.some(({ errorCode }) => errorCode !== null)

function titles(records: readonly AuditLine[], { texts }: Look): string[] {
  const { auditAt, auditAccount, auditEvent, auditError, auditWho } = texts.scenario
  return [auditAt, auditAccount, auditEvent, ...(hasErrors(records) ? [auditError] : []), auditWho]
}

/** A session by its role and name: the account has a column of its own. */
const shownWho = (who: string): string => who.replace(/^arn:aws:sts::\d{12}:assumed-role\//, '')

function row(record: AuditLine, records: readonly AuditLine[], { symbols }: Look): string[] {
  const { at, accountId, eventSource, eventName, errorCode, who } = record
  const source = eventSource.replace(/\.amazonaws\.com$/, '')
  const error = hasErrors(records) ? [errorCode ?? symbols.none] : []
  return [clockTime(at), accountId, `${source} ${eventName}`, ...error, shownWho(who)].map(
    printable,
  )
}
