/** Which scenario runs: the named one, the only one, or `create-bucket` where nobody can choose from the list. */
import { nearest } from '#i18n/nearest.ts'
import { text } from '#i18n/text.ts'
import type { Scenario } from '#scenarios/engine/scenario.ts'
import type { Texts } from './texts.ts'
import { UsageError } from './usageError.ts'

/** The story of the README. */
const first = 'create-bucket'

/** `list` where a person has to choose. */
export function chooseScenario(
  name: string | undefined,
  scenarios: readonly Scenario[],
  { interactive, texts }: { interactive: boolean; texts: Texts },
): Scenario | 'list' {
  if (name === undefined && scenarios.length === 1) return scenarios[0]!
  if (name === undefined && interactive) return 'list'
  const wanted = name ?? first
  return scenarios.find(({ id }) => id === wanted) ?? unknown(wanted, scenarios, texts)
}

function unknown(name: string, scenarios: readonly Scenario[], { cli }: Texts): never {
  const near = nearest(
    name,
    scenarios.map(({ id }) => id),
  )
  throw new UsageError(
    near === undefined
      ? text(cli.usage.unknownScenario, { name })
      : text(cli.usage.unknownScenarioNear, { name, near }),
  )
}

/** `--until` takes a step of the scenario. */
export function checkStep(step: string, { id, steps }: Scenario, { cli }: Texts): void {
  if (steps.includes(step)) return
  const near = nearest(step, steps)
  const known = steps.join(', ')
  throw new UsageError(
    near === undefined
      ? text(cli.usage.unknownStep, { scenario: id, name: step, known })
      : text(cli.usage.unknownStepNear, { scenario: id, name: step, near }),
  )
}

/** `--attack` takes one of the scenario's attacks, or `all`; one that needs bytes on a hop needs them to be there. */
export function checkAttack(
  name: string,
  { id, attacks }: Scenario,
  { hops, texts: { cli, attacks: own } }: { hops: 'local' | 'http'; texts: Texts },
): void {
  if (name === 'all' && attacks.length > 0) return
  const attack = attacks.find((each) => each.id === name)
  if (!attack) throw unknownAttack(name, id, ['all', ...attacks.map((each) => each.id)], cli)
  if (attack.needsBytesOnAHop && hops === 'local')
    throw new UsageError(text(own.needsBytesOnAHop, { name }))
}

function unknownAttack(
  name: string,
  scenario: string,
  known: readonly string[],
  { usage }: Texts['cli'],
): UsageError {
  const near = nearest(name, known)
  return new UsageError(
    near === undefined
      ? text(usage.unknownAttack, { scenario, name })
      : text(usage.unknownAttackNear, { scenario, name, near }),
  )
}
