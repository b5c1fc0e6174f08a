/** Required members and bounds of the model. Both APIs have words of their own for what is missing. */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { type Violation, violationsOf } from '#kernel/protocol/validate.ts'
import { invalidRequest as invalidOidcRequest } from '../errors/oidcErrors.ts'
import { invalidRequest as invalidPortalRequest } from '../errors/portalErrors.ts'

type Refuse = (description: string) => AwsError

const requireInput = (refuse: Refuse): Stage => ({
  name: 'validate',
  run: (x: Exchange) => {
    const [violation] = violationsOf(x.shape, x.input)
    if (violation) throw refuse(sentence(violation))
  },
})

/** [inf] AWS's own sentence is not known. */
const sentence = ({ path, constraint }: Violation): string =>
  `Invalid value for ${path}: ${constraint}`

export const requireOidcInput = requireInput(invalidOidcRequest)

export const requirePortalInput = requireInput(invalidPortalRequest)
