/** Every AWS CLI of this machine, with the files that `hopscope env` writes and the token of a sign-in. */
import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { awsFiles } from '#cli/env/awsFiles.ts'
import { profilesOf } from '#cli/env/profilesOf.ts'
import { writeAwsFiles } from '#cli/env/writeAwsFiles.ts'
import { textsIn } from '#cli/texts.ts'
import { profilesFrom } from '#sandbox/profilesFrom.ts'
import { readDirectory } from '#sandbox/readDirectory.ts'
import { seed } from '#test/identity-center/seed.ts'
import { createWorld, type World } from '#test/identity-center/world.ts'
import { findEvery } from '../awsClients.ts'
import { type IsolatedEnvironment, isolatedEnvironment } from '../isolatedEnvironment.ts'
import { runProgram } from '../runProgram.ts'

const clis = [...(await findEvery('aws-v1')), ...(await findEvery('aws-v2'))]

let world: World
let environment: IsolatedEnvironment
beforeAll(async () => {
  world = await createWorld()
  environment = await isolatedEnvironment()
  await writeProfiles()
})
afterAll(async () => {
  await environment.remove()
  await world.close()
})

async function writeProfiles(): Promise<void> {
  const { endpoints, services, store } = world
  const sandbox = profilesFrom({
    definitions: [...services.running.values()].map(({ service }) => service.definition),
    // There is no gateway here; every service that is asked has an address of its own.
    endpoints: { ...endpoints, gateway: endpoints['iam']! },
    seed,
    directory: await readDirectory(store),
  })
  const profiles = profilesOf(sandbox, undefined, textsIn('en'))
  writeAwsFiles(environment.folder, awsFiles(profiles, sandbox))
}

/** As `aws sso login` leaves it behind; version 2 would go on with the role of whoever was there before. */
async function keepToken(accessToken: string): Promise<void> {
  await rm(join(environment.folder, '.aws', 'cli'), { recursive: true, force: true })
  const folder = join(environment.folder, '.aws', 'sso', 'cache')
  await mkdir(folder, { recursive: true })
  const name = createHash('sha1').update('hopscope').digest('hex')
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')
  const startUrl = `https://${world.instance.identityStoreId}.awsapps.com/start`
  const token = { startUrl, region: 'us-east-1', accessToken, expiresAt }
  await writeFile(join(folder, `${name}.json`), JSON.stringify(token))
}

if (clis.length === 0) test.skip('the AWS CLI: there is none on PATH', () => {})

describe.each(clis)('the AWS CLI $version', ({ file, version }) => {
  const aws = (...args: string[]) => {
    const env = {
      ...environment.of(undefined),
      AWS_CONFIG_FILE: join(environment.folder, '.aws', 'config'),
      AWS_PROFILE: 'workloads-BucketCreator',
    }
    return runProgram(file, ['--output', 'json', ...args], { env })
  }

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
    const ended = await aws('sso', 'logout', ...(version.startsWith('1.') ? bearer : []))
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    const refused = await aws('sso', 'list-accounts', ...bearer)
    expect(refused.stderr).toContain('Session token not found or invalid')
  })
})
