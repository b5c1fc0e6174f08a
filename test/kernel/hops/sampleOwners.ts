/** Owners of every port, small but honest: they hold keys, open statements and decide, as IAM and Organizations do. */
import { createHash } from 'node:crypto'
import type { Clock } from '#kernel/clock/clock.ts'
import { AwsError } from '#kernel/errors/awsError.ts'
import { believeCaller } from '#kernel/hops/believeCaller.ts'
import type { Caller } from '#kernel/hops/caller.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import type { Call, Implementation } from '#kernel/hops/port.ts'
import type { PortClients } from '#kernel/hops/portClients.ts'
import type { authorization, credentials, guardrails, roles } from '#kernel/hops/ports.ts'
import type { Ring } from '#kernel/hops/ring.ts'

export const dev: Caller = {
  type: 'IAMUser',
  accountId: '111122223333',
  arn: 'arn:aws:iam::111122223333:user/dev',
  userId: 'AIDASAMPLEUSER1234567',
  userName: 'dev',
  accessKeyId: 'AKIASAMPLEKEY1234567',
  tags: { team: 'red' },
}

export const derivedKeyOf = (date: string): Buffer => createHash('sha256').update(date).digest()

export const credentialsOwner: Implementation<typeof credentials> = {
  async resolveCaller({ accessKeyId, sessionToken, scope }) {
    if (sessionToken === 'expired') throw expiredToken()
    if (accessKeyId === 'BREAKS') throw new TypeError('a secret that must not leave: hunter2')
    if (accessKeyId === 'SHAPELESS') return { body: { type: 'Root' } as Caller, secret: noKey }
    if (accessKeyId === 'SHORTKEY') return { body: structuredClone(dev), secret: noKey }
    return { body: structuredClone(dev), secret: derivedKeyOf(scope.date) }
  },
}

const noKey = Buffer.alloc(0)

const expiredToken = () =>
  new AwsError({
    code: 'ExpiredToken',
    message: 'The provided token has expired.',
    members: { 'Token-0': 'label' },
    headers: { 'x-amz-expired': 'yes' },
    detail: { expiredAt: 1_795_000_000 },
  })

export interface AuthorizationNeeds {
  readonly clock: Clock
  readonly ring: Ring
  readonly clients: (call: Call) => PortClients
}

/** Allows `s3:*` to callers that it believes, unless the organization of their account forbids all. */
export const authorizationOwner = (
  needs: AuthorizationNeeds,
): Implementation<typeof authorization> => ({
  async authorize({ caller: given, checks }, asked) {
    const caller = believeCaller(given, asked.bound, needs.ring, needs.clock.now())
    const accountId = caller.accountId || '111122223333'
    const { statement } = await needs.clients(asked).guardrails.guardrailsFor({ accountId })
    const isForbidden = statement.body.scps === null
    if (checks[0]!.action === 'answer:nothing') return { body: { decisions: [] } }
    const decisions = checks.map(({ action, resource }) =>
      decide(caller, action, resource, isForbidden),
    )
    if (checks[0]!.action === 'answer:less') decisions.pop()
    return { body: { decisions } }
  },
})

const decide = (
  caller: Caller,
  action: string,
  resource: string,
  isForbidden: boolean,
): Decision => ({
  decision: action.startsWith('s3:') && !isForbidden ? 'Allow' : 'Deny',
  action,
  resource,
  principal: caller.arn,
  layers: [],
  context: { 'aws:PrincipalArn': [caller.arn] },
})

export const rolesOwner: Implementation<typeof roles> = {
  async roleToAssume({ roleArn }) {
    const name = roleArn.split('/').at(-1)!
    const facts = { arn: roleArn, roleId: 'AROASAMPLEROLE1234567', name, path: '/' }
    return { body: { ...facts, accountId: '111122223333', maxSessionDuration: 3600, tags: {} } }
  },
  async sessionPolicies() {
    return { body: {} }
  },
  async samlProvider({ arn }) {
    return { body: { arn, accountId: '111122223333', metadata: '<EntityDescriptor/>' } }
  },
}

export const guardrailsOwner: Implementation<typeof guardrails> = {
  async guardrailsFor({ accountId }) {
    if (accountId === '999999999999')
      throw new AwsError({ code: 'Throttling', message: 'Rate exceeded' })
    const scps = [{ level: 'root', policies: [] }]
    return { body: { isManagementAccount: false, scps, rcps: null } }
  },
}
