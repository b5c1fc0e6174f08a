/** The stages of Identity Center's two APIs. Neither is signed: clients show a secret, people's clients a bearer token. */
import type { Stage } from '#kernel/http/exchange.ts'
import { authorise } from '#kernel/http/stages/authorise.ts'
import { handleAndRecord } from '#kernel/http/stages/handle.ts'
import { identify } from '#kernel/http/stages/identify.ts'
import { parse } from '#kernel/http/stages/parse.ts'
import { prepare } from '#kernel/http/stages/prepare.ts'
import { receive } from '#kernel/http/stages/receive.ts'
import { serialise } from '#kernel/http/stages/serialise.ts'
import { authenticateBearer } from './stages/authenticateBearer.ts'
import { authenticateClient } from './stages/authenticateClient.ts'
import { authenticateGrant } from './stages/authenticateGrant.ts'
import { findInstance } from './stages/findInstance.ts'
import { requireOidcInput, requirePortalInput } from './stages/requireInput.ts'

export const oidcPipeline: readonly Stage[] = [
  receive,
  identify,
  findInstance,
  parse,
  requireOidcInput,
  authenticateClient,
  authenticateGrant,
  authorise,
  handleAndRecord,
  serialise,
]

export const portalPipeline: readonly Stage[] = [
  receive,
  identify,
  findInstance,
  parse,
  authenticateBearer,
  requirePortalInput,
  authorise,
  prepare,
  handleAndRecord,
  serialise,
]
