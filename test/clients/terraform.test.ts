import { copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findClient } from './awsClients.ts'
import { type IsolatedEnvironment, isolatedEnvironment } from './isolatedEnvironment.ts'
import { type Ended, runProgram } from './runProgram.ts'
import { type BuiltSandbox, startBuilt } from './startBuilt.ts'

const found = await findClient('terraform')
const plugins = found && (await pluginFolder())
const absent = absence()
const configuration = fileURLToPath(new URL('./terraform/main.tf', import.meta.url))

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
    await copyFile(configuration, join(environment.folder, 'main.tf'))
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

  test('makes a bucket and a policy, and finds them as it made them', async () => {
    expect(await terraform('init', `-plugin-dir=${plugins}`)).toMatchObject({ code: 0 })
    const applied = await terraform('apply', '-auto-approve')
    expect(applied).toMatchObject({ code: 0 })
    expect(applied.stdout).toContain('account = "000000000000"')
    // 0: nothing to change; 2: what it reads is not what it wrote.
    expect(await terraform('plan', '-detailed-exitcode')).toMatchObject({ code: 0 })
  })

  test('removes what it made', async () => {
    expect(await terraform('destroy', '-auto-approve')).toMatchObject({ code: 0 })
  })
})
