/** Makes in an account what stands there for Identity Center: its SAML provider, and a role for each permission set. */
import { AwsError } from '#kernel/errors/awsError.ts'
import type { ServiceContext } from '#kernel/http/service.ts'
import { buildIdpMetadata } from '#kernel/saml/idpMetadata.ts'
import { bindings } from '#kernel/saml/names.ts'
import { iam } from '../iamApi.ts'
import { portalIssuerOf } from '../instance.ts'
import type { Instance, ProviderKey, ProvisioningFailure } from '../state.ts'
import { accountSession, type CallIam } from './accountSession.ts'
import { makeOnce } from './makeOnce.ts'
import { endRole, openPlan, type Plan, type PlannedRole } from './plan.ts'
import type { ProviderKeyFor } from './providerKey.ts'
import { provisionRole } from './provisionRole.ts'
import { providerArnOf } from './reservedNames.ts'

export interface ProvisionAccount {
  readonly context: Pick<ServiceContext, 'store' | 'ids' | 'clock' | 'call'>
  readonly keyFor: ProviderKeyFor
  readonly instance: Instance
  readonly accountId: string
}

/** How it ended is in the store, role by role; only what is our own defect is thrown. */
export async function provisionAccount(work: ProvisionAccount): Promise<void> {
  const { context, instance, accountId } = work
  const planning = { store: context.store, ids: context.ids, now: context.clock.now() }
  const plan = await openPlan(planning, instance, accountId)
  if (!plan) return
  const { callIam, failure } = await prepareAccount(work, plan)
  for (const role of plan.roles)
    await end(
      work,
      role,
      callIam ? await failureOf(() => make(work, plan, role, callIam)) : failure,
    )
}

/** Without provider there is nobody who could take the roles: then all of them have failed. */
async function prepareAccount(work: ProvisionAccount, plan: Plan) {
  let callIam: CallIam | undefined
  const failure = await failureOf(async () => {
    const { context, instance, accountId, keyFor } = work
    const key = await keyFor(instance, accountId)
    const session = await accountSession(context.call, instance, accountId)
    await makeProvider(session, instance, plan.providerName, key)
    callIam = session
  })
  return { callIam, failure }
}

async function makeProvider(callIam: CallIam, instance: Instance, name: string, key: ProviderKey) {
  const issuer = portalIssuerOf(instance)
  const metadata = await buildIdpMetadata({
    entityId: issuer,
    certificates: [key.certificateBase64],
    singleSignOn: [
      { binding: bindings.post, location: issuer },
      { binding: bindings.redirect, location: issuer },
    ],
  })
  return makeOnce(() =>
    callIam(iam.CreateSAMLProvider, { Name: name, SAMLMetadataDocument: metadata }),
  )
}

const make = (
  { instance, accountId }: ProvisionAccount,
  plan: Plan,
  role: PlannedRole,
  callIam: CallIam,
) =>
  provisionRole(callIam, {
    ...role,
    instance,
    providerArn: providerArnOf(accountId, plan.providerName),
  })

async function end(
  { context, instance, accountId }: ProvisionAccount,
  role: PlannedRole,
  failure: ProvisioningFailure | undefined,
): Promise<void> {
  const at = { store: context.store, now: context.clock.now() }
  await endRole(at, instance, { accountId, role, failure })
}

async function failureOf(step: () => Promise<unknown>): Promise<ProvisioningFailure | undefined> {
  try {
    await step()
    return undefined
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    const { code, message, status } = error
    return { code, message, kind: status < 500 ? 'refused' : 'broken' }
  }
}
