import { describe, expect, test } from 'vitest'
import { laterCommands, laterFlags } from '#cli/options/notYet.ts'
import { scenarioThat } from './scenarioInTest.ts'
import { world } from './world.ts'

async function refusal(argv: string[], env?: Record<string, string>): Promise<string> {
  const there = world(env ? { env } : {})
  expect(await there.run(...argv)).toBe(2)
  expect(there.stdout()).toBe('')
  return there.stderr()
}

describe('what the contract names and is not there yet', () => {
  const flags = [
    ...laterFlags.start.map(({ flags }) => ['start', flags.split(' ')[0]!]),
    ...laterFlags.scenario.map(({ flags }) => ['scenario', flags.split(' ')[0]!]),
  ]
  test.each(flags)('%s refuses %s by name, with and without a value', async (command, flag) => {
    for (const argv of [
      [command, flag],
      [command, `${flag}=x`],
    ].slice(0, flag.match(/tls|open|watch/) ? 1 : 2)) {
      const told = await refusal(argv)
      expect(told).toMatch(new RegExp(`^hopscope: ${flag} is not there yet; .+\\.\n$`))
    }
  })

  test.each(Object.keys(laterCommands))('refuses the command %s by name', async (command) => {
    for (const rest of [[], ['--help'], ['x', '--hop', '3'], ['--', 'aws', 's3', 'ls']])
      expect(await refusal([command, ...rest])).toMatch(
        new RegExp(`^hopscope: ${command} is not there yet; .+\\.\n$`),
      )
  })

  test.each(['console', 'saml-api'])('refuses --entry %s by name', async (entry) => {
    expect(await refusal(['scenario', '--entry', entry])).toBe(
      `hopscope: --entry ${entry} is not there yet; --entry cli goes the same way from the command line.\n`,
    )
  })

  test('says so in Spanish', async () => {
    expect(await refusal(['start', '--tls'], { HOPSCOPE_LANG: 'es' })).toBe(
      'hopscope: --tls todavía no está; el sandbox responde en HTTP sin cifrar dentro de esta máquina.\n',
    )
  })
})

describe('wrong usage is one sentence', () => {
  test.each([
    [['strat'], 'there is no command strat; did you mean start?'],
    [['dance'], 'there is no command dance; hopscope --help lists them.'],
    [['--prot'], 'there is no option --prot; hopscope --help lists them.'],
    [['start', '--prot', '1'], 'start has no option --prot; did you mean --port?'],
    [
      ['start', '--xyzzyplugh'],
      'start has no option --xyzzyplugh; hopscope start --help lists them.',
    ],
    [['scenario', '--hlep'], 'scenario has no option --hlep; did you mean --help?'],
    [['start', 'now'], 'start takes fewer arguments; hopscope start --help lists them.'],
    [['start', '--seed'], '--seed needs a value; hopscope start --help says which.'],
    [
      ['start', '--port', 'x'],
      '--port takes 0 (all free ports) or a number from 2 to 65521, not x.',
    ],
    [
      ['start', '--port', '1'],
      '--port takes 0 (all free ports) or a number from 2 to 65521, not 1.',
    ],
    [
      ['start', '--port=-1'],
      '--port takes 0 (all free ports) or a number from 2 to 65521, not -1.',
    ],
    [
      ['start', '--port', '65522'],
      '--port takes 0 (all free ports) or a number from 2 to 65521, not 65522.',
    ],
    [['start', '--hops', 'htpp'], '--hops takes local, http, not htpp; did you mean http?'],
    [['start', '--record', 'maybe'], '--record takes on, off, not maybe.'],
    [['start', '--journal', '0'], '--journal takes a whole number from 1 to 10000000, not 0.'],
    [['start', '--journal', '1e3'], '--journal takes a whole number from 1 to 10000000, not 1e3.'],
    [['start', '--host', '127.0.0'], '--host takes an address or a host name, not 127.0.0.'],
    [['start', '--host', 'a b'], '--host takes an address or a host name, not a b.'],
    [
      ['start', '--hops', 'local', '--processes'],
      '--hops local cannot go with --processes: no function calls between processes; leave out one.',
    ],
    [
      ['scenario', '--random-seed', '-3'],
      '--random-seed takes a whole number from 0 to 9007199254740991, not -3.',
    ],
    [
      ['scenario', '--entry', 'consol'],
      '--entry takes cli, console, saml-api, not consol; did you mean console?',
    ],
    [['scenario', '--lang', 'fr'], '--lang takes en, es, not fr.'],
    [['scenario', '--list', '--json', '-'], '--list goes with no --json; leave out one.'],
    [['scenario', '--list', '--attack', 'all'], '--list goes with no --attack; leave out one.'],
    [
      ['scenario', '--attack', 'all', '--until', 'put'],
      '--until cannot go with --attack: an attack says itself where it comes in; leave out one.',
    ],
    [['scenario', '--attack'], '--attack needs a value; hopscope scenario --help says which.'],
    [
      ['scenario', '--json', '/nonexistent/report.json'],
      '--json names the folder /nonexistent, which does not exist; make it or name another.',
    ],
  ])('for %j', async (argv, sentence) => {
    expect(await refusal(argv)).toBe(`hopscope: ${sentence}\n`)
  })

  test('prints no control characters that came as a word', async () => {
    expect(await refusal(['\u001b[31mred'])).toBe(
      'hopscope: there is no command \ufffd[31mred; hopscope --help lists them.\n',
    )
  })

  test('shows the help where no command is given', async () => {
    expect(await refusal([])).toContain('Usage: hopscope <command> [options]')
  })
})

describe('a wrong seed', () => {
  test.each(['start', 'scenario'])(
    'stops %s with all that is wrong, and exit code 2',
    async (command) => {
      const there = world({
        parts: {
          scenarios: async () => [scenarioThat(() => Promise.reject(new Error('ran')))],
        },
      })
      expect(await there.run(command, '--seed', 'package.json')).toBe(2)
      const lines = there.stderr().split('\n')
      expect(lines[0]).toBe('hopscope: The seed package.json cannot be used:')
      expect(lines[1]).toBe('  accounts: is required; add it')
      expect(lines[2]).toMatch(/^ {2}name: is not a field of the seed; /)
    },
  )

  test('is named where it does not exist, in Spanish', async () => {
    const there = world({ env: { LANG: 'es_ES.UTF-8' } })
    expect(await there.run('start', '--seed', 'nowhere.yaml')).toBe(2)
    expect(there.stderr()).toBe(
      'hopscope: No se puede usar la semilla nowhere.yaml:\n  el archivo: no existe; indica la ruta de un archivo YAML o JSON\n',
    )
  })
})
