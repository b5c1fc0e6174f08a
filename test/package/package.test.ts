import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

let folder: string
let user: string

/** A copy of the sources is packed, since packing builds, and unpacked where a user's project would install it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hopscope-package-'))
  const checkout = join(folder, 'checkout')
  const left = /^(node_modules|dist|coverage|test|docs|\.git)(\/|$)/
  await cp(root, checkout, {
    recursive: true,
    filter: (path) => !left.test(relative(root, path)),
  })
  await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'))
  await run('npm', ['pack', '--offline', '--pack-destination', folder], { cwd: checkout })
  user = join(folder, 'user')
  const installed = join(user, 'node_modules/hopscope')
  await mkdir(installed, { recursive: true })
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))!
  await run('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1'])
  await writeFile(join(user, 'package.json'), '{"type":"module"}')
}, 180_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

const node = (...args: string[]) => run(process.execPath, args, { cwd: user })

describe('the published package', () => {
  test('holds the built command, its licences and the README, and neither sources nor maps', async () => {
    const files = await readdir(join(user, 'node_modules/hopscope'), { recursive: true })
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'NOTICE', 'dist/hopscope.js', 'dist/index.js']),
    )
    const licences = await readFile(join(user, 'node_modules/hopscope/dist/LICENSES.txt'), 'utf8')
    for (const bundled of ['fastify', 'xmlbuilder2', '@peculiar/x509', '@aws-sdk/client-s3'])
      expect(licences).toMatch(new RegExp(`^${bundled} [\\d.]+ \\([\\w.-]+\\)$`, 'm'))
    expect(files.filter((name) => /\.map$|(?<!\.d)\.ts$/.test(name))).toEqual([])
  })

  test('has a command that runs the scenario', async () => {
    const command = join(user, 'node_modules/hopscope/dist/hopscope.js')
    expect(await readFile(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    const { stdout } = await node(command, 'scenario', '--ci')
    expect(stdout).toContain('12 passed, 0 failed')
  })

  test('gives a program a sandbox of its own', async () => {
    await writeFile(
      join(user, 'own.js'),
      `import { startSandbox } from 'hopscope'
       const sandbox = await startSandbox()
       const { status } = await fetch(sandbox.endpoints.control + '/health')
       await sandbox.close()
       console.log(status)`,
    )
    expect((await node('own.js')).stdout).toBe('200\n')
  })

  test('has types for a strict TypeScript project', async () => {
    await mkdir(join(user, 'node_modules/@sinclair'))
    await symlink(
      join(root, 'node_modules/@sinclair/typebox'),
      join(user, 'node_modules/@sinclair/typebox'),
    )
    await writeFile(
      join(user, 'typed.ts'),
      `import { type AccessKey, type Sandbox, type SandboxOptions, type Seed, startSandbox } from 'hopscope'
       const seed: Seed = { accounts: [{ id: '111111111111' }] } as unknown as Seed
       const options: SandboxOptions = { seed, hops: 'http' }
       const sandbox: Sandbox = await startSandbox(options)
       const key: AccessKey | null = sandbox.admin
       const now: number = await sandbox.clock.advance('PT1H')
       // @ts-expect-error: there is no such carrier
       await startSandbox({ hops: 'pigeon' })
       export const told: readonly [string | undefined, number, string] = [key?.accessKeyId, now, sandbox.endpoint]`,
    )
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--noEmit']
    const { stdout } = await node(
      join(root, 'node_modules/typescript/bin/tsc'),
      ...options,
      'typed.ts',
    )
    expect(stdout).toBe('')
  })
})
