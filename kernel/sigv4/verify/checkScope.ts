/** Step 2: the credential is scoped to this service, to a region that it serves, and to version 4. */
import { type Credential, type CredentialScope, TERMINATOR } from '../credentialScope.ts'
import type { ScopeProblem, SignatureErrors } from '../errors/signatureErrors.ts'

export interface ServedScope {
  readonly service: string
  readonly acceptedRegions?: readonly string[] | undefined
}

export function checkScope(
  credential: Credential,
  served: ServedScope,
  errors: SignatureErrors,
): CredentialScope {
  const problems = scopeProblems(credential, served)
  if (problems.length > 0) throw errors.wrongScope(problems)
  const { date, region, service } = credential
  checkDateFormat(date, errors)
  return { date, region, service }
}

function checkDateFormat(date: string, errors: SignatureErrors): void {
  if (/^[0-9]{8}$/.test(date)) return
  const malformed = errors.malformedScopeDate(date)
  if (malformed !== undefined) throw malformed
}

function scopeProblems(
  { region, service, terminator }: Credential,
  served: ServedScope,
): ScopeProblem[] {
  const problems: ScopeProblem[] = []
  if (!isServed(region, served.acceptedRegions))
    problems.push({ part: 'region', given: region, expected: served.acceptedRegions?.[0] })
  if (service !== served.service)
    problems.push({ part: 'service', given: service, expected: served.service })
  if (terminator !== TERMINATOR)
    problems.push({ part: 'terminator', given: terminator, expected: TERMINATOR })
  return problems
}

const isServed = (region: string, accepted: readonly string[] | undefined) =>
  accepted === undefined ? isRegion(region) : accepted.includes(region)

/** `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`: words and a number. */
const isRegion = (text: string) => /^[a-z]{2,8}(?:-[a-z]{2,16}){1,3}-[0-9]{1,2}$/.test(text)
