import { cp, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { metadataOf } from '#test/iam/metadataOf.ts'
import { findClient } from './awsClients.ts'
import { type IsolatedEnvironment, isolatedEnvironment } from './isolatedEnvironment.ts'
import { type Ended, runProgram } from './runProgram.ts'
import { type BuiltSandbox, startBuilt } from './startBuilt.ts'

const found = await findClient('terraform')
const plugins = found && (await pluginFolder())
const absent = absence()
const configuration = fileURLToPath(new URL('./terraform', import.meta.url))

function absence(): string | undefined {
  if (!found) return 'no `terraform` on PATH'
  return plugins ? undefined : 'the provider hashicorp/aws is not on this disk'
}

/** Where the provider lies, so that nothing is downloaded: the folder above `registry…/hashicorp/aws`. */
async function pluginFolder(): Promise<string | undefined> {
  const search = ['/', '-xdev', '-maxdepth', '8', '-type', 'd', '-path', '*/hashicorp/aws']
  const { stdout } = await runProgram('find', search, { env: process.env })
  const provider = stdout.split('\n').find((path) => path !== '' && !path.includes('/.terraform/'))
  return provider && dirname(dirname(dirname(provider)))
}

describe(found ? `Terraform (${found.version})` : 'Terraform', () => {
  let environment: IsolatedEnvironment
  let sandbox: BuiltSandbox
  beforeAll(async () => {
    if (absent !== undefined) return
    environment = await isolatedEnvironment()
    sandbox = await startBuilt([], environment.of(undefined))
    await cp(configuration, environment.folder, { recursive: true })
    const metadata = await metadataOf('https://idp.example.com')
    await writeFile(join(environment.folder, 'metadata.xml'), metadata)
  })
  afterAll(async () => {
    await sandbox?.stop()
    await environment?.remove()
  })
  beforeEach(({ skip }) => skip(absent !== undefined, absent))

  const terraform = (command: string, ...flags: string[]): Promise<Ended> =>
    runProgram(found!.file, [command, '-no-color', '-input=false', ...flags], {
      cwd: environment.folder,
      env: environment.of(sandbox.admin, sandbox.endpoints['gateway']),
    })

  const changed = ['-var', 'reads=["s3:GetObject","s3:ListBucket"]']
  const isUpToDate = async (...flags: string[]) => {
    // 0: nothing to change; 2: what it reads is not what it wrote.
    const planned = await terraform('plan', '-detailed-exitcode', ...flags)
    expect(planned).toMatchObject({ code: 0 })
  }

  test('makes a bucket, and people, roles and policies, and finds them as it made them', async () => {
    expect(await terraform('init', `-plugin-dir=${plugins}`)).toMatchObject({ code: 0 })
    const applied = await terraform('apply', '-auto-approve')
    expect(applied).toMatchObject({ code: 0 })
    expect(applied.stdout).toContain('account = "000000000000"')
    expect(applied.stdout).toContain('builders = "ana"')
    await isUpToDate()
  })

  test('changes a policy by another version, and what was made from it', async () => {
    const applied = await terraform('apply', '-auto-approve', ...changed)
    expect(applied).toMatchObject({ code: 0 })
    expect(applied.stdout).toContain('0 added, 4 changed, 0 destroyed')
    await isUpToDate(...changed)
  })

  test('removes what it made', async () => {
    const destroyed = await terraform('destroy', '-auto-approve', ...changed)
    expect(destroyed).toMatchObject({ code: 0 })
  })
})
