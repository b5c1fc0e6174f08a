/** The AWS CLI, where this machine has it, with nothing but a profile for single sign-on and the token of a sign-in. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '#test/identity-center/world.ts'
import { type IsolatedEnvironment, isolatedEnvironment } from '../isolatedEnvironment.ts'
import { runProgram } from '../runProgram.ts'

const version = spawnSync('aws', ['--version'])
const hasCli = version.status === 0
const isVersion1 = hasCli && version.stdout.toString().startsWith('aws-cli/1.')

let world: World
let environment: IsolatedEnvironment
beforeAll(async () => {
  world = await createWorld()
  environment = await isolatedEnvironment()
  await writeProfile()
})
afterAll(async () => {
  await environment.remove()
  await world.close()
})

/** What `aws configure sso` writes, and where each service is. */
async function writeProfile(): Promise<void> {
  const { endpoints, instance } = world
  const services = [
    ['sso', 'identity-center'],
    ['sso_oidc', 'identity-center'],
    ['sts', 'sts'],
    ['iam', 'iam'],
  ].map(([key, service]) => `${key} =\n  endpoint_url = ${endpoints[service!]}`)
  const startUrl = `https://${instance.identityStoreId}.awsapps.com/start`
  await writeFile(
    join(environment.folder, 'config'),
    `[sso-session lab]
sso_start_url = ${startUrl}
sso_region = us-east-1
sso_registration_scopes = sso:account:access
[profile builder]
sso_session = lab
sso_account_id = 222222222222
sso_role_name = BucketCreator
region = us-east-1
services = lab
[services lab]
${services.join('\n')}
`,
  )
}

/** As `aws sso login` leaves it behind. */
async function keepToken(accessToken: string): Promise<void> {
  const folder = join(environment.folder, '.aws', 'sso', 'cache')
  await mkdir(folder, { recursive: true })
  const name = createHash('sha1').update('lab').digest('hex')
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')
  const startUrl = `https://${world.instance.identityStoreId}.awsapps.com/start`
  const token = { startUrl, region: 'us-east-1', accessToken, expiresAt }
  await writeFile(join(folder, `${name}.json`), JSON.stringify(token))
}

const aws = (...args: string[]) =>
  runProgram('aws', ['--profile', 'builder', '--output', 'json', ...args], {
    env: environment.of(undefined),
  })

describe.skipIf(!hasCli)('the AWS CLI', () => {
  test('takes the role of its profile, and is told when it may not', async () => {
    await keepToken(await world.accessToken('ana@example.com'))
    const identity = await aws('sts', 'get-caller-identity')
    expect(identity.stderr).toBe('')
    expect(JSON.parse(identity.stdout)).toMatchObject({
      Account: '222222222222',
      Arn: expect.stringMatching(/AWSReservedSSO_BucketCreator_\w+\/ana@example\.com$/),
    })
    const denied = await aws('iam', 'list-roles')
    expect(denied.stderr).toContain('(AccessDenied)')
  })

  test('has no role when the person has none', async () => {
    await keepToken(await world.accessToken('nil@example.com'))
    const refused = await aws('sts', 'get-caller-identity')
    expect(refused.stderr).toContain('(ForbiddenException)')
    expect(refused.stderr).toContain('No access')
  })

  test('logs out', async () => {
    const token = await world.accessToken('ana@example.com')
    const bearer = ['--access-token', token]
    expect(await aws('sso', 'list-accounts', ...bearer)).toMatchObject({ code: 0, stderr: '' })
    await keepToken(token)
    // Version 2 logs out every session that it keeps, version 1 the one that it is given.
    const ended = await aws('sso', 'logout', ...(isVersion1 ? bearer : []))
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    const refused = await aws('sso', 'list-accounts', ...bearer)
    expect(refused.stderr).toContain('Session token not found or invalid')
  })
})
