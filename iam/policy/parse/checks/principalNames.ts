/** Principals are named in full: a wildcard stands for everyone or not at all. */
import type { PrincipalType } from '../../match/principal.ts'
import type { PolicyKind } from '../../policy.ts'
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'

export const principalNames: Check = ({ statements }, kind) => {
  for (const [type, name] of statements.flatMap(({ principal }) => principal?.values ?? [])) {
    if (!isName(type, name, kind)) {
      throw malformedPolicy('principal', kind, `"${type}":"${name}"`)
    }
  }
}

function isName(type: PrincipalType, name: string, kind: PolicyKind): boolean {
  if (kind === 'rcp') return type === 'AWS' && name === '*'
  if (type === 'CanonicalUser' && kind === 'trust') return false
  return NAMES[type].some((syntax) => syntax.test(name))
}

const PARTITION = 'arn:aws[a-z-]*'

const NAMES: Readonly<Record<PrincipalType, readonly RegExp[]>> = {
  AWS: [
    /^\*$/,
    /^\d{12}$/,
    new RegExp(`^${PARTITION}:iam::\\d{12}:root$`),
    new RegExp(`^${PARTITION}:iam::\\d{12}:(user|role)/[^*?]+$`),
    new RegExp(`^${PARTITION}:sts::\\d{12}:assumed-role/[^*?/]+/[^*?/]+$`),
    new RegExp(`^${PARTITION}:sts::\\d{12}:federated-user/[^*?/]+$`),
    // What a principal becomes when it is deleted: its unique id.
    /^A(IDA|ROA)[A-Z0-9]{8,124}$/,
    new RegExp(`^${PARTITION}:iam::cloudfront:user/CloudFront Origin Access Identity [A-Z0-9]+$`),
  ],
  Service: [/^[a-z0-9-]+(\.[a-z0-9-]+)+$/],
  Federated: [
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
    new RegExp(`^${PARTITION}:iam::\\d{12}:(saml-provider|oidc-provider)/[^*?]+$`),
  ],
  CanonicalUser: [/^[0-9a-f]{64}$/],
}
