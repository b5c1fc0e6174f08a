/** The names of IAM's operations, and what IAM is given that nobody else has. */
import { apiOf, operationsWith } from '#kernel/http/operation.ts'
import type { OpenedTokens } from '#kernel/session-token/openedTokens.ts'
import type { IamOperations } from './model/shapes.ts'
import type { PolicyCache } from './policy/policyCache.ts'
import type { SigningKeys } from './ports/signingKeys.ts'

export interface IamKeys {
  /** Opens what STS sealed. */
  readonly tokens: OpenedTokens
  readonly signingKeys: SigningKeys
  readonly policies: PolicyCache
}

export const iam = apiOf<IamOperations>()

export const operation = operationsWith<IamKeys>()
