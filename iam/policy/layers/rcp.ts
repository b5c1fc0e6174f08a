/**
 * Resource control policies cap what anyone, from inside the organization or not, can do with the
 * resources of member accounts. They never grant, and only some services honour them.
 */
import { guardrailLevels } from './guardrailLevels.ts'
import type { Layer } from './layer.ts'

export const rcp: Layer = {
  id: 'rcp',
  applies: ({ input, action, isServiceLinkedRole }) =>
    input.rcps !== undefined &&
    RCP_SERVICES.has(action.service) &&
    input.isResourceInManagementAccount !== true &&
    !isServiceLinkedRole,
  evaluate: (request) => guardrailLevels('rcp', request.input.rcps ?? [], request),
}

/** Services that honour RCPs, by their prefix in actions. [K] AWS adds to this list. */
export const RCP_SERVICES: ReadonlySet<string> = new Set([
  's3',
  'sts',
  'kms',
  'sqs',
  'secretsmanager',
  'ecr',
  'aoss',
  'cognito-idp',
  'cognito-identity',
  'dynamodb',
  'logs',
])
