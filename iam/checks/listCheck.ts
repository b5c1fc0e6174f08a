/** Lists of a whole account name no resource. */
import type { AuthorizationCheck } from '#kernel/http/operation.ts'

export const listCheck = (action: string) => (): AuthorizationCheck[] => [{ action, resource: '*' }]
