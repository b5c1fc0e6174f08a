/** Hop 4: the browser brings the IdP's answer to Identity Center's ACS, which believes nothing but the signature. */
import { codeOf, lastPage } from '#scenarios/engine/found.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import type { World } from '../world.ts'

export const assertionConsumed: HopDefinition<World> = {
  n: 4,
  post: [3],
  from: 'idp',
  to: 'identity-center',
  operation: 'SAMLResponse',
  find: (exchanges, { cast }) => {
    const page = lastPage(exchanges, 'identity-center', 'POST', '/platform/saml/acs/')
    if (!page) return undefined
    const saml = page.finding('saml') as unknown as SamlFinding
    const passed = checkNamed(saml)
    const { userName } = cast.person
    return {
      status: page.response?.status ?? null,
      code: saml.failed ?? codeOf(page),
      checks: [
        check('assertionSigned', saml.evidence, { algorithm: shortAlgorithm(saml) }),
        check('issuerIsConfigured', saml.issuer, { issuer: saml.issuer ?? '-' }),
        check('answersOurRequest', passed('inResponseTo').passed, {
          inResponseTo: passed('inResponseTo').found,
        }),
        check('audienceIsUs', passed('audience').passed, { audience: passed('audience').found }),
        check('recipientIsUs', passed('recipient').passed, {
          recipient: passed('recipient').found,
        }),
        check('withinTimes', passed('notBefore').passed && passed('notOnOrAfter').passed, {
          notBefore: passed('notBefore').found,
          notOnOrAfter: passed('notOnOrAfter').found,
        }),
        check('assertionUsedOnce', passed('replay').passed, {
          assertionId: passed('replay').found,
        }),
        check('userExists', passed('user').passed && saml.subject === userName, { userName }),
      ],
      at: page.request.at,
      exchanges: [page.exchange],
    }
  },
}

interface SamlFinding {
  readonly failed?: string
  readonly issuer?: string
  readonly subject?: string
  readonly evidence?: { readonly algorithm?: string }
  readonly checks?: readonly {
    readonly check: string
    readonly passed: boolean
    readonly found: string
  }[]
}

const checkNamed =
  ({ checks = [] }: SamlFinding) =>
  (name: string) =>
    checks.find((each) => each.check === name) ?? { passed: false, found: '-' }

const shortAlgorithm = ({ evidence }: SamlFinding): string =>
  evidence?.algorithm?.split('#').at(-1) ?? '-'
