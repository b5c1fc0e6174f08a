/** What the organization lets the accounts of one request do at most; each is asked about once. */
import type { Answer } from '#kernel/hops/port.ts'
import type { PortClients } from '#kernel/hops/portClients.ts'
import type { guardrails } from '#kernel/hops/ports.ts'
import type { EvaluationInput, OrganizationPlace } from '../policy/evaluationInput.ts'

type Guardrails = Answer<typeof guardrails, 'guardrailsFor'>

export type GuardrailsByAccount = ReadonlyMap<string, Guardrails>

export async function guardrailsByAccount(
  accounts: Iterable<string>,
  { guardrails: organizations }: Pick<PortClients, 'guardrails'>,
): Promise<GuardrailsByAccount> {
  const asked = [...new Set(accounts)].filter((account) => account !== '')
  const answers = await Promise.all(
    asked.map(async (accountId) => {
      const { statement } = await organizations.guardrailsFor({ accountId })
      return [accountId, statement.body] as const
    }),
  )
  return new Map(answers)
}

/** SCPs bind the caller, RCPs the resource: each from its own account's place in the organization. */
export function guardrailFacts(
  known: GuardrailsByAccount,
  callerAccount: string,
  resourceAccount: string,
): Pick<EvaluationInput, 'scps' | 'rcps'> & Partial<EvaluationInput> {
  const caller = known.get(callerAccount)
  const resource = known.get(resourceAccount)
  return {
    scps: caller?.scps ?? undefined,
    rcps: resource?.rcps ?? undefined,
    isManagementAccount: caller?.isManagementAccount,
    isResourceInManagementAccount: resource?.isManagementAccount,
    callerOrganization: placeOf(caller),
    resourceOrganization: placeOf(resource),
  }
}

function placeOf(guardrails: Guardrails | undefined): OrganizationPlace | undefined {
  if (guardrails?.organizationId === undefined) return undefined
  const { organizationId: id, managementAccountId: masterAccountId, path } = guardrails
  return { id, masterAccountId, paths: path === undefined ? undefined : [path] }
}
