/** What a refused signature was found to be, beside its reason: the values that a recording keeps, in whatever words it is refused. */
import { withDetail } from '#kernel/errors/withDetail.ts'
import type { AuthorizationProblem } from '../parseAuthorization.ts'
import type { SignatureErrors } from './signatureErrors.ts'

type Found = Readonly<Record<string, unknown>>
type FoundBy = {
  readonly [N in keyof SignatureErrors]?: (...given: Parameters<SignatureErrors[N]>) => Found
}

/** INVARIANT: no token, no password, no part of a header that may be one. */
const found: FoundBy = {
  unsupportedMechanism: (mechanism, scheme) => ({ mechanism, scheme }),
  notImplemented: (name) => ({ name }),
  repeatedHeader: (name) => ({ name }),
  malformedAuthorization: (problem) => problemShown(problem),
  malformedCredential: (credential) => ({ parts: credential.split('/').length }),
  wrongScope: (problems) => ({ problems }),
  malformedScopeDate: (given) => ({ given }),
  scopeDateDiffers: (given, amzDate) => ({ given, amzDate }),
  malformedDate: (given) => ({ given }),
  clockSkew: ({ requestedAt, now, window }) => ({
    requestedAt: instant(requestedAt),
    now: instant(now),
    windowSeconds: window / 1000,
  }),
  malformedPayloadHash: (given) => ({ given }),
  unknownAccessKey: (accessKeyId) => ({ accessKeyId }),
  headersNotSigned: (names) => ({ names }),
  payloadHashDiffers: (declared, computed) => ({ declared, computed }),
}

const instant = (milliseconds: number) => new Date(milliseconds).toISOString()

/** A component without `=` may be anything, also somebody's secret: it is not repeated. */
const problemShown = (problem: AuthorizationProblem): Found =>
  problem.kind === 'components'
    ? { problem: problem.kind, missing: problem.missing, count: problem.count }
    : { problem: problem.kind }

export function explained(errors: SignatureErrors): SignatureErrors {
  const all = { ...errors }
  for (const name of Object.keys(found) as (keyof SignatureErrors)[])
    Object.assign(all, { [name]: explainedBy(errors[name], found[name]) })
  return all
}

type Refuse = (...given: never[]) => ReturnType<SignatureErrors['malformedScopeDate']>

const explainedBy =
  (refuse: Refuse, shown: ((...given: never[]) => Found) | undefined): Refuse =>
  (...given) => {
    const error = refuse(...given)
    return error && withDetail(error, shown?.(...given))
  }
