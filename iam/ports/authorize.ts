/**
 * Port authorization: may they? Believes its own word on the caller (or STS's), gathers every policy that has a
 * say once for all checks of the request, and lets the engine decide each.
 */
import type { Clock } from '#kernel/clock/clock.ts'
import { AwsError } from '#kernel/errors/awsError.ts'
import { believeCaller } from '#kernel/hops/believeCaller.ts'
import type { Caller } from '#kernel/hops/caller.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import type { Ask, Asked, Call } from '#kernel/hops/port.ts'
import type { PortClients } from '#kernel/hops/portClients.ts'
import type { authorization } from '#kernel/hops/ports.ts'
import type { Ring } from '#kernel/hops/ring.ts'
import { canonicalUserId } from '#kernel/ids/canonicalUserId.ts'
import type { Reader, Store } from '#kernel/store/store.ts'
import { type CallerPolicies, callerPolicies } from '../authorization/callerPolicies.ts'
import {
  type GuardrailsByAccount,
  guardrailFacts,
  guardrailsByAccount,
} from '../authorization/guardrailsByAccount.ts'
import { asksForTrust, type Trust, trustOf } from '../authorization/trustOf.ts'
import { currentDocument } from '../namedPrincipals.ts'
import { evaluate, evaluateNow } from '../policy/evaluate.ts'
import type { EvaluationInput } from '../policy/evaluationInput.ts'
import type { PolicyCache } from '../policy/policyCache.ts'
import { accountKey, accounts, scopeOf } from '../state.ts'

export interface Authorizing {
  readonly store: Store
  readonly clock: Clock
  readonly ring: Ring
  readonly policies: PolicyCache
  readonly portsFor: (call: Call) => Pick<PortClients, 'guardrails'>
}

type AuthorizeAsk = Ask<typeof authorization, 'authorize'>
type Check = AuthorizeAsk['checks'][number]

/** All that is known of one request; every check is decided from it. */
interface Gathered {
  readonly caller: Caller
  readonly now: number
  readonly own: CallerPolicies
  readonly canonicalUserId: string | undefined
  /** By role ARN. */
  readonly trusts: ReadonlyMap<string, Trust>
  /** Of policies that name users or roles: how they read today, by the text that was written. */
  readonly documents: ReadonlyMap<string, string>
  readonly guardrails: GuardrailsByAccount
}

export async function authorize(
  { caller: given, context, checks }: AuthorizeAsk,
  asked: Asked,
  { store, clock, ring, policies, portsFor }: Authorizing,
): Promise<{ body: { decisions: Decision[] } }> {
  const now = clock.now()
  const caller = believeCaller(given, asked.bound, ring, now)
  const stored = await store.read((read) => gatherStored(read, caller, checks))
  const involved = checks.map((check) => resourceAccount(check, caller))
  const guardrails = await guardrailsByAccount([caller.accountId, ...involved], portsFor(asked))
  const gathered = { caller, now, guardrails, ...stored }
  // Whoever names its question wants to keep the answer, or sends it over a wire: then all of it is written at once.
  const decideOne = asked.parent === undefined ? evaluateNow : evaluate
  const decisions = checks.map((check) =>
    decideStored(inputOf(check, context, gathered), policies, decideOne),
  )
  return { body: { decisions } }
}

async function gatherStored(
  read: Reader,
  caller: Caller,
  checks: readonly Check[],
): Promise<Omit<Gathered, 'caller' | 'now' | 'guardrails'>> {
  const trusts = new Map<string, Trust>()
  for (const { resource } of checks.filter(asksForTrust))
    if (!trusts.has(resource)) trusts.set(resource, await trustOf(read, resource))
  return {
    own: await callerPolicies(read, caller),
    canonicalUserId: await canonicalUserOf(read, caller.accountId),
    trusts,
    documents: await currentDocuments(read, checks),
  }
}

/** Who was deleted since the policy was written is not meant by it any more, though a namesake has come. */
async function currentDocuments(
  read: Reader,
  checks: readonly Check[],
): Promise<Map<string, string>> {
  const documents = new Map<string, string>()
  for (const { resourcePolicy } of checks) {
    if (!resourcePolicy?.principals?.length || documents.has(resourcePolicy.document)) continue
    const { document, principals } = resourcePolicy
    documents.set(document, await currentDocument(read, { document, principals }))
  }
  return documents
}

function currentPolicy({ resourcePolicy }: Check, { documents }: Gathered) {
  if (resourcePolicy === undefined) return undefined
  const document = documents.get(resourcePolicy.document)
  return document === undefined ? resourcePolicy : { name: resourcePolicy.name, document }
}

async function canonicalUserOf(read: Reader, account: string): Promise<string | undefined> {
  if (account === '') return undefined
  const known = await read.get(accounts, scopeOf(account), accountKey)
  return known?.value.canonicalUserId ?? canonicalUserId(account)
}

function inputOf(
  check: Check,
  context: AuthorizeAsk['context'],
  gathered: Gathered,
): EvaluationInput {
  const { caller, now, own, trusts, guardrails } = gathered
  const { action, resource } = check
  const resourceAccountId = resourceAccount(check, caller)
  const trust = asksForTrust(check) ? trusts.get(resource) : undefined
  const facts = guardrailFacts(guardrails, caller.accountId, resourceAccountId)
  return Object.assign(facts, own, {
    caller,
    action,
    resource,
    resourceAccountId,
    context: Object.assign({}, context, check.context, trust?.context),
    now,
    resourcePolicy: trust ? trust.policy.resourcePolicy : currentPolicy(check, gathered),
    resourcePolicyKind: trust?.policy.resourcePolicyKind,
    callerCanonicalUserId: gathered.canonicalUserId,
  })
}

/** Policies were checked when they were written: one that does not parse now is our fault, and lets nobody through. */
function decideStored(
  input: EvaluationInput,
  policies: PolicyCache,
  decide: typeof evaluate,
): Decision {
  try {
    return decide(input, policies)
  } catch (cause) {
    if (!(cause instanceof AwsError)) throw cause
    throw new Error('INVARIANT: a policy in force parses', { cause })
  }
}

const ACCOUNT_OF_ARN = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/

/** Whose the resource is: as the service says, else as its ARN says, else the caller's own. */
const resourceAccount = ({ resourceAccountId, resource }: Check, caller: Caller): string =>
  resourceAccountId ?? ACCOUNT_OF_ARN.exec(resource)?.[1] ?? caller.accountId
