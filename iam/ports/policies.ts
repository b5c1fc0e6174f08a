/** Port policies: what a service must know of a policy before it keeps it on a resource of its own. */
import type { Answer, Ask, Implementation } from '#kernel/hops/port.ts'
import type { policies as policiesPort } from '#kernel/hops/ports.ts'
import type { Reader } from '#kernel/store/store.ts'
import { currentDocument, namedPrincipals } from '../namedPrincipals.ts'
import { parsePolicyJson } from '../policy/parse/parsePolicyJson.ts'
import type { RawStatement } from '../policy/parse/rawPolicy.ts'
import { readPolicy } from '../policy/parse/readPolicy.ts'
import { parsePolicy } from '../policy/parsePolicy.ts'

type Port = typeof policiesPort
type StatementText = Answer<Port, 'readResourcePolicy'>['statements'][number]

export const policiesOwner = ({ store }: { readonly store: Reader }): Implementation<Port> => ({
  readResourcePolicy: async (ask) => ({ body: await readResourcePolicy(store, ask) }),
  currentDocument: async (ask) => ({ body: { document: await currentDocument(store, ask) } }),
})

async function readResourcePolicy(
  read: Reader,
  { document, accountId }: Ask<Port, 'readResourcePolicy'>,
): Promise<Answer<Port, 'readResourcePolicy'>> {
  parsePolicy(document, 'resource')
  const { statements } = readPolicy(parsePolicyJson(document, 'resource'), 'resource')
  return {
    statements: statements.map(statementText),
    principals: await namedPrincipals(read, document, 'resource', accountId),
  }
}

const NOTHING = { negated: false, values: [] }

const statementText = (raw: RawStatement): StatementText => ({
  effect: raw.effect === 'Allow' ? 'Allow' : 'Deny',
  principal: {
    negated: raw.principal?.negated ?? false,
    values: (raw.principal?.values ?? []).map(([type, name]) => ({ type, name })),
  },
  action: listOf(raw.action),
  resource: listOf(raw.resource),
  conditions: raw.conditions.map(({ reference, key, values }) => ({
    operator: reference.name,
    key,
    values: [...values],
  })),
})

const listOf = (element: RawStatement['action']) => {
  const { negated, values } = element ?? NOTHING
  return { negated, values: [...values] }
}
