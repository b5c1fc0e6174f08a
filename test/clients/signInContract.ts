/** A client through which a person signs in: it gets the roles that the person has, for their time, and no other. */
import { describe, expect, test } from 'vitest'
import { createBrowser } from '#scenarios/engine/browser.ts'
import type { Call } from './awsClient.ts'
import { answered, deviceSignIn } from './deviceSignIn.ts'
import type { Keys } from './isolatedEnvironment.ts'
import { type BuiltSandbox, control } from './startBuilt.ts'

/** Ana of the default seed makes buckets in one account and reads in the other. */
const ana = { userName: 'ana@example.com', password: 'hopscope' }
const workloads = '222222222222'
const sandboxAccount = '333333333333'

export function describeSignIn(call: Call, sandbox: () => BuiltSandbox): void {
  describe('a person signs in', () => {
    let accessToken: string
    let keys: Keys

    const roleCredentials = (accountId: string, roleName: string) =>
      call('sso', 'GetRoleCredentials', { accessToken, accountId, roleName })

    test('and sees the accounts that were assigned', async () => {
      accessToken = await deviceSignIn(call, startUrlOf(sandbox()), approveAsAna)
      const { accountList } = await answered(call('sso', 'ListAccounts', { accessToken }))
      const accounts = accountList as { accountId: string }[]
      expect(accounts.map(({ accountId }) => accountId).sort()).toEqual([workloads, sandboxAccount])
    })

    test('and gets no role that was not assigned', async () => {
      expect(await roleCredentials(workloads, 'ReadOnly')).toMatchObject({
        code: 'ForbiddenException',
      })
      expect(await roleCredentials(sandboxAccount, 'BucketCreator')).toMatchObject({
        code: 'ForbiddenException',
      })
    })

    test('and gets the role that was, and with it what its policy allows', async () => {
      const { roleCredentials: got } = await answered(roleCredentials(workloads, 'BucketCreator'))
      keys = got as Keys
      const identity = await answered(call('sts', 'GetCallerIdentity', {}, keys))
      expect(identity['Arn']).toMatch(
        /^arn:aws:sts::222222222222:assumed-role\/AWSReservedSSO_BucketCreator_[0-9a-f]{16}\/ana@example\.com$/,
      )
      const Bucket = 'anas-bucket'
      expect(await call('s3', 'CreateBucket', { Bucket }, keys)).toMatchObject({ output: {} })
      expect(await call('s3', 'DeleteBucket', { Bucket }, keys)).toMatchObject({
        code: 'AccessDenied',
      })
    })

    test('and is refused once the role’s hour is over', async () => {
      await control(sandbox(), 'POST', '/clock', { advance: 'PT61M' })
      expect(await call('s3', 'ListBuckets', {}, keys)).toMatchObject({ code: 'ExpiredToken' })
    })
  })
}

export const startUrlOf = ({ endpoints }: BuiltSandbox): string =>
  `${endpoints['identity-center']}/start`

/** The pages as a browser without scripts shows them: sign in, send the answer on, allow. */
async function approveAsAna(url: string): Promise<void> {
  const browser = createBrowser({ userAgent: 'client test', language: 'en' })
  const answer = await browser.submit(await browser.get(url), ana)
  const approval = await browser.submit(answer)
  const done = await browser.submit(approval, {}, 'allow')
  expect(done.status).toBe(200)
}
