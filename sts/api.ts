/** The names of STS's operations, and what its operations are given that nobody else has. */
import type { HopCredentials } from '#kernel/hops/hopCredential.ts'
import { apiOf, operationsWith } from '#kernel/http/operation.ts'
import type { SessionTokenKey } from '#kernel/session-token/sessionTokenKey.ts'
import type { StsOperations } from './model/shapes.ts'

export interface StsKeys {
  /** Seals session tokens; IAM opens them. */
  readonly tokenKey: SessionTokenKey
  /** Of the services that call STS in their own name. */
  readonly principals: HopCredentials
}

export const sts = apiOf<StsOperations>()

export const operation = operationsWith<StsKeys>()
