import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import { readSeed, seedSizeLimit } from '#sandbox/seed/readSeed.ts'
import { SeedError } from '#sandbox/seed/seedError.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seed-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(content: string | Buffer): string {
  const path = join(folder, 'seed')
  writeFileSync(path, content)
  return path
}

async function refusal(path: string): Promise<SeedError> {
  const error = await readSeed(path).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof SeedError)) throw new Error('the seed was not refused')
  return error
}

const account = { id: '111122223333', name: 'dev' }

describe('form by content', () => {
  test.each([
    ['JSON', JSON.stringify({ accounts: [account] })],
    ['JSON indented with tabs', JSON.stringify({ accounts: [account] }, null, '\t')],
    ['JSON with a byte order mark', `\ufeff${JSON.stringify({ accounts: [account] })}`],
    ['YAML', 'accounts:\n  - id: "111122223333"\n    name: dev\n'],
    ['YAML in flow style', '{ accounts: [{ id: "111122223333", name: dev }] }'],
    ['YAML with Windows line ends', 'accounts:\r\n- id: "111122223333"\r\n  name: dev\r\n'],
  ])('takes %s', async (_form, content) => {
    expect(await readSeed(file(content))).toEqual({ accounts: [account] })
  })

  test('takes anchors, so that accounts may share a policy', async () => {
    const yaml = `
accounts:
  - { id: "111122223333", name: a, users: [{ name: u, inlinePolicy: &p { Version: "2012-10-17" } }] }
  - { id: "444455556666", name: b, users: [{ name: u, inlinePolicy: *p }] }
`
    const { accounts } = await readSeed(file(yaml))
    expect(accounts[1]!.users![0]!.inlinePolicy).toEqual({ Version: '2012-10-17' })
  })
})

describe('refusals', () => {
  test('names a file that does not exist', async () => {
    const error = await refusal(join(folder, 'nowhere.yaml'))
    expect(error.file).toBe(join(folder, 'nowhere.yaml'))
    expect(error.message).toBe('the file: does not exist; give the path of a YAML or JSON file')
  })

  test('says why a folder cannot be read', async () => {
    expect((await refusal(folder)).message).toContain('cannot be read (EISDIR)')
  })

  test.skipIf(process.getuid?.() === 0)('says why a locked file cannot be read', async () => {
    const path = file('')
    chmodSync(path, 0)
    expect((await refusal(path)).message).toContain('cannot be read (EACCES)')
    rmSync(path)
  })

  test('names line and column of what is neither YAML nor JSON', async () => {
    const error = await refusal(file('accounts:\n  - id: [1\nb: 2\n'))
    expect(error.message).toMatch(/^the file: is neither YAML nor JSON at line 3, column 1: Flow/)
  })

  test.each([
    ['a field given twice', 'accounts: []\naccounts: []\n', 'Map keys must be unique'],
    ['two documents', 'accounts: []\n---\naccounts: []\n', 'multiple documents'],
    ['a tag', 'accounts: !!js/function "x"\n', 'Unresolved tag'],
    ['broken JSON', '{"accounts": [}', 'must be sufficiently indented'],
  ])('refuses %s', async (_what, content, reason) => {
    const error = await refusal(file(content))
    expect(error.problems).toMatchObject([{ key: 'syntax' }])
    expect(error.message.toLowerCase()).toContain(reason.toLowerCase())
  })

  test('refuses a file of many thousand keys as soon as one of few', async () => {
    const keys = Array.from({ length: 40_000 }, (_, i) => `k${i}: 1\n`)
    const started = performance.now()
    const error = await refusal(file(`${keys.join('')}k1: 2\n`))
    expect(error.problems).toMatchObject([{ key: 'syntax' }])
    expect(error.message).toContain('line 40001, column 1: Map keys must be unique')
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('refuses a file larger than 1 MiB', async () => {
    const content = Buffer.alloc(seedSizeLimit + 1, '#')
    expect((await refusal(file(content))).problems).toMatchObject([{ key: 'fileTooLarge' }])
  })

  test('refuses a file that is not UTF-8', async () => {
    expect((await refusal(file(Buffer.from([0x61, 0xff])))).problems).toMatchObject([
      { key: 'notUtf8' },
    ])
  })

  test('refuses a bomb of anchors before it expands', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 12; i++)
      lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`)
    const started = performance.now()
    const error = await refusal(file(lines.join('\n')))
    expect(error.problems).toMatchObject([{ key: 'tooManyAliases' }])
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test('refuses an anchor that holds itself', async () => {
    const error = await refusal(file('accounts: &a [*a, *a, *a]\n'))
    expect(error.problems).toMatchObject([{ path: '', key: 'tooDeep' }])
  })

  test.each(['[', '{"a":', '- ', '? ', '{a: '])(
    'refuses 100,000 times %j instead of overflowing',
    async (open) => {
      const error = await refusal(file(open.repeat(100_000)))
      expect(error.problems).toMatchObject([{ path: '', key: 'tooDeep' }])
    },
  )

  test('keeps a field named __proto__ from passing as nothing', async () => {
    const error = await refusal(file('{"accounts": [], "__proto__": {"x": 1}}'))
    expect(error.problems).toMatchObject([{ path: '__proto__' }])
  })

  test('tells all problems at once, each on its line', async () => {
    const error = await refusal(file('{"accounts": [{"id": "1"}, {"name": "b"}]}'))
    expect(error.message.split('\n')).toHaveLength(3)
  })
})

test('the default seed of the repository passes the checks that users seeds pass', async () => {
  const read = await readSeed('sandbox/seed.yaml')
  expect(read).toEqual(defaultSeed())
})
