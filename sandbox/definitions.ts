/** The services of a sandbox, in the order of the story. */

import { iam } from '#iam/index.ts'
import { identityCenter } from '#identity-center/index.ts'
import { idp } from '#idp/index.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import { s3 } from '#s3/index.ts'
import { organizations } from '#services/organizations/index.ts'
import { sts } from '#sts/index.ts'

export const definitions: readonly ServiceDefinition[] = [
  idp,
  identityCenter,
  sts,
  iam,
  s3,
  organizations,
] as readonly unknown[] as readonly ServiceDefinition[]
