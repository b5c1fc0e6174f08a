/** The grammar of the IAM JSON policy language: which elements there are, and of which JSON types. */
import type { PolicyKind, PolicyVersion } from '../policy.ts'
import { malformedPolicy } from './malformedPolicy.ts'
import type { RawPolicy } from './rawPolicy.ts'
import { readObject, readOptionalString } from './readJson.ts'
import { readStatement } from './readStatement.ts'

const ELEMENTS = new Set(['Version', 'Id', 'Statement'])
const MAX_STATEMENTS = 1_000

export function readPolicy(json: unknown, kind: PolicyKind): RawPolicy {
  const document = readObject(json, ELEMENTS, kind)
  return {
    version: readVersion(document['Version'], kind),
    id: readOptionalString(document['Id'], kind),
    statements: readStatements(document['Statement'], kind).map((each) =>
      readStatement(each, kind),
    ),
  }
}

/** A policy that does not say is of 2008, where `${…}` is text. */
function readVersion(value: unknown, kind: PolicyKind): PolicyVersion {
  const version = value === undefined ? '2008-10-17' : value
  if (version === '2008-10-17' || version === '2012-10-17') return version
  throw malformedPolicy('version', kind)
}

function readStatements(value: unknown, kind: PolicyKind): readonly unknown[] {
  if (value === undefined) throw malformedPolicy('missingStatement', kind)
  const statements = Array.isArray(value) ? value : [value]
  if (statements.length === 0) throw malformedPolicy('emptyStatement', kind)
  if (statements.length > MAX_STATEMENTS) throw malformedPolicy('tooManyStatements', kind)
  return statements
}
