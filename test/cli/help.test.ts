import { describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { world } from './world.ts'

const commands = [
  ['program', []],
  ['start', ['start']],
  ['scenario', ['scenario']],
  ['env', ['env']],
  ['doctor', ['doctor']],
] as const

describe.each(['en', 'es'])('help in %s', (language) => {
  test.each(commands)('of %s fits 80 columns and reads as agreed', async (name, argv) => {
    const there = world()
    expect(await there.run(...argv, '--help', '--lang', language)).toBe(0)
    expect(there.stderr()).toBe('')
    for (const line of there.stdout().split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    await expect(there.stdout()).toMatchFileSnapshot(`golden/help.${name}.${language}.txt`)
  })
})

test('--version prints the version alone', async () => {
  const there = world()
  expect(await there.run('--version')).toBe(0)
  expect(there.stdout()).toBe(`${manifest.version}\n`)
})
