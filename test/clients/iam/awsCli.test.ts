/** A tour of IAM with the AWS CLI, as an administrator would take it: each step's output is what the next one needs. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { metadataOf } from '#test/iam/metadataOf.ts'
import { accountTrust, allow } from '#test/iam/operate.ts'
import { findClient } from '../awsClients.ts'
import { type IsolatedEnvironment, isolatedEnvironment, type Keys } from '../isolatedEnvironment.ts'
import { runProgram } from '../runProgram.ts'
import { type BuiltSandbox, startBuilt } from '../startBuilt.ts'

const found = (await findClient('aws-v2')) ?? (await findClient('aws-v1'))
const absent = found ? undefined : 'no `aws` on PATH'

let environment: IsolatedEnvironment
let sandbox: BuiltSandbox
beforeAll(async () => {
  if (absent !== undefined) return
  environment = await isolatedEnvironment()
  sandbox = await startBuilt([], environment.of(undefined))
})
afterAll(async () => {
  await sandbox?.stop()
  await environment?.remove()
})

/** `aws iam …` in words, as it is typed; what holds spaces or braces stands in an argument of its own. */
const run = (words: string, more: readonly string[], keys: Keys) =>
  runProgram(
    found!.file,
    [
      ...['--endpoint-url', sandbox.endpoints['gateway']!],
      ...['--output', 'json', 'iam', ...words.split(' '), ...more],
    ],
    { env: environment.of(keys) },
  )

async function iam(words: string, ...more: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await run(words, more, sandbox.admin)
  expect({ words, code, stderr: stderr.trim() }).toEqual({ words, code: 0, stderr: '' })
  return stdout.trim() === '' ? {} : (JSON.parse(stdout) as Record<string, unknown>)
}

/** `(Code)` and the sentence after it. */
async function refused(words: string, keys: Keys = sandbox.admin): Promise<string> {
  const { code, stderr } = await run(words, [], keys)
  expect(code).not.toBe(0)
  return (
    /\((\w+)\) when calling the \w+ operation(?: \(.*?\))?: (.*)/
      .exec(stderr)
      ?.slice(1)
      .join(': ') ?? stderr
  )
}

const own = (rest: string) => `arn:aws:iam::${sandbox.admin.accountId}:${rest}`

describe(found ? `the AWS CLI (${found.version})` : 'the AWS CLI', () => {
  beforeEach(({ skip }) => skip(absent !== undefined, absent))

  test('gathers users in groups, and the group decides what they may', async () => {
    expect(await iam('create-group --group-name readers --path /tour/')).toMatchObject({
      Group: { GroupName: 'readers', Arn: own('group/tour/readers') },
    })
    await iam('create-user --user-name ana --tags Key=team,Value=blue')
    await iam('add-user-to-group --group-name readers --user-name ana')
    expect(await iam('get-group --group-name readers')).toMatchObject({
      Users: [{ UserName: 'ana' }],
    })
    expect(await iam('list-groups-for-user --user-name ana')).toMatchObject({
      Groups: [{ GroupName: 'readers' }],
    })
    const { AccessKey } = (await iam('create-access-key --user-name ana')) as {
      AccessKey: { AccessKeyId: string; SecretAccessKey: string }
    }
    const ana = {
      accessKeyId: AccessKey.AccessKeyId,
      secretAccessKey: AccessKey.SecretAccessKey,
    }
    expect(await refused('list-users', ana)).toMatch(/^AccessDenied: User: .*user\/ana is not/)
    const document = ['--policy-document', allow('iam:List*')]
    await iam('put-group-policy --group-name readers --policy-name lists', ...document)
    const { code } = await run('list-users', [], ana)
    expect(code).toBe(0)
    expect(await iam('get-group-policy --group-name readers --policy-name lists')).toMatchObject({
      PolicyDocument: JSON.parse(allow('iam:List*')),
    })
    expect(await iam('list-group-policies --group-name readers')).toMatchObject({
      PolicyNames: ['lists'],
    })
    expect(await iam('list-groups --path-prefix /tour/')).toMatchObject({
      Groups: [{ GroupName: 'readers' }],
    })
  })

  test('renames a user and a group, and their keys and policies follow', async () => {
    await iam('update-user --user-name ana --new-user-name eva --new-path /staff/')
    await iam('update-group --group-name readers --new-group-name watchers')
    expect(await iam('get-user --user-name eva')).toMatchObject({
      User: { Arn: own('user/staff/eva'), Tags: [{ Key: 'team', Value: 'blue' }] },
    })
    expect(await iam('list-access-keys --user-name eva')).toMatchObject({
      AccessKeyMetadata: [{ UserName: 'eva' }],
    })
    expect(await iam('get-group --group-name watchers')).toMatchObject({
      Users: [{ UserName: 'eva' }],
    })
  })

  test('keeps policies in versions, and tells who has them', async () => {
    const text = (...args: Parameters<typeof allow>) => ['--policy-document', allow(...args)]
    await iam('create-policy --policy-name writes', ...text('s3:PutObject'))
    const writes = `--policy-arn ${own('policy/writes')}`
    expect(
      await iam(`create-policy-version ${writes} --set-as-default`, ...text('s3:Put*')),
    ).toMatchObject({ PolicyVersion: { VersionId: 'v2', IsDefaultVersion: true } })
    await iam(`attach-group-policy --group-name watchers ${writes}`)
    expect(await iam('list-attached-group-policies --group-name watchers')).toMatchObject({
      AttachedPolicies: [{ PolicyName: 'writes' }],
    })
    expect(await iam(`list-entities-for-policy ${writes}`)).toMatchObject({
      PolicyGroups: [{ GroupName: 'watchers' }],
      PolicyUsers: [],
      PolicyRoles: [],
    })
    expect(await refused(`delete-policy ${writes}`)).toBe(
      'DeleteConflict: Cannot delete a policy attached to entities.',
    )
    await iam(`detach-group-policy --group-name watchers ${writes}`)
    await iam(`set-default-policy-version ${writes} --version-id v1`)
    await iam(`delete-policy-version ${writes} --version-id v2`)
    expect(await iam(`list-policy-versions ${writes}`)).toMatchObject({
      Versions: [{ VersionId: 'v1', IsDefaultVersion: true }],
    })
  })

  test('hands a role to machines, through an instance profile', async () => {
    const trusted = ['--assume-role-policy-document', accountTrust]
    await iam('create-role --role-name server', ...trusted)
    await iam('update-role-description --role-name server --description serves')
    await iam('create-instance-profile --instance-profile-name web')
    const both = '--instance-profile-name web --role-name server'
    await iam(`add-role-to-instance-profile ${both}`)
    expect(await iam('get-instance-profile --instance-profile-name web')).toMatchObject({
      InstanceProfile: { Roles: [{ RoleName: 'server', Description: 'serves' }] },
    })
    expect(await iam('list-instance-profiles-for-role --role-name server')).toMatchObject({
      InstanceProfiles: [{ InstanceProfileName: 'web' }],
    })
    expect(await iam('list-instance-profiles')).toMatchObject({
      InstanceProfiles: [{ InstanceProfileName: 'web' }],
    })
    expect(await refused('delete-role --role-name server')).toBe(
      'DeleteConflict: Cannot delete entity, must remove roles from instance profile first.',
    )
  })

  test('tags whatever has tags', async () => {
    await writeFile(
      join(environment.folder, 'metadata.xml'),
      await metadataOf('https://idp.example.com'),
    )
    const file = `file://${join(environment.folder, 'metadata.xml')}`
    await iam(`create-saml-provider --name corp --saml-metadata-document ${file}`)
    for (const [entity, name] of [
      ['user', '--user-name eva'],
      ['role', '--role-name server'],
      ['policy', `--policy-arn ${own('policy/writes')}`],
      ['instance-profile', '--instance-profile-name web'],
      ['saml-provider', `--saml-provider-arn ${own('saml-provider/corp')}`],
    ]) {
      await iam(`tag-${entity} ${name} --tags Key=a,Value=1 Key=team,Value=red`)
      await iam(`untag-${entity} ${name} --tag-keys team`)
      expect(await iam(`list-${entity}-tags ${name}`)).toMatchObject({
        Tags: [{ Key: 'a', Value: '1' }],
      })
    }
  })

  test('names the account, and tells what is in it', async () => {
    await iam('create-account-alias --account-alias tour-lab')
    expect(await iam('list-account-aliases')).toEqual({ AccountAliases: ['tour-lab'] })
    await iam('delete-account-alias --account-alias tour-lab')
    const { SummaryMap } = await iam('get-account-summary')
    expect(SummaryMap).toMatchObject({ Groups: 1, InstanceProfiles: 1, Policies: 1, Providers: 1 })
    // The CLI walks the pages itself, and puts them together.
    const details = await iam('get-account-authorization-details --page-size 2')
    expect(details).toMatchObject({
      GroupDetailList: [{ GroupName: 'watchers' }],
      UserDetailList: [{ UserName: 'admin' }, { UserName: 'eva', GroupList: ['watchers'] }],
    })
  })

  test('takes all of it away again, in the order that AWS asks for', async () => {
    await iam('remove-role-from-instance-profile --instance-profile-name web --role-name server')
    await iam('delete-instance-profile --instance-profile-name web')
    await iam('delete-role --role-name server')
    await iam(`delete-policy --policy-arn ${own('policy/writes')}`)
    await iam(`delete-saml-provider --saml-provider-arn ${own('saml-provider/corp')}`)
    expect(await refused('delete-group --group-name watchers')).toBe(
      'DeleteConflict: Cannot delete entity, must delete policies first.',
    )
    await iam('delete-group-policy --group-name watchers --policy-name lists')
    expect(await refused('delete-group --group-name watchers')).toBe(
      'DeleteConflict: Cannot delete entity, must remove users from group first.',
    )
    await iam('remove-user-from-group --group-name watchers --user-name eva')
    await iam('delete-group --group-name watchers')
    expect(await refused('delete-user --user-name eva')).toBe(
      'DeleteConflict: Cannot delete entity, must delete access keys first.',
    )
  })
})
