/** Several attacks in a row: what is told, what is counted, what is skipped and why. */
import { describe, expect, test } from 'vitest'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import { openInOneProcess } from '#sandbox/startInOneProcess.ts'
import type { Attack, AttackId } from '#scenarios/engine/attack.ts'
import { AttackDoesNotFit } from '#scenarios/engine/attackDoesNotFit.ts'
import { runAttacks } from '#scenarios/engine/runAttacks.ts'
import type { AttackOptions, ScenarioEvent } from '#scenarios/engine/scenario.ts'

/** Accepted with `status`, where 200 is what was declared. */
const attack = (id: AttackId, status: number, more: Partial<Attack<null>> = {}): Attack<null> => ({
  id,
  hop: 1,
  party: 's3',
  expects: { outcome: 'accepted', status: 200 },
  act: async () => ({ answer: { status, code: null, message: '', body: '' } }),
  conditions: () => [],
  ...more,
})

const unfit = attack('scp', 200, {
  patch: () => {
    throw new AttackDoesNotFit('scp', 'noMemberAccount')
  },
})

async function run(attacks: readonly Attack<null>[], options: Partial<AttackOptions> = {}) {
  const events: ScenarioEvent[] = []
  let opened = 0
  let closed = 0
  const ran = await runAttacks(
    {
      scenario: 'a-lesson',
      attacks,
      seed: defaultSeed(),
      open: async (seed, wiretap) => {
        opened++
        const { sandbox, services } = await openInOneProcess({ seed }, wiretap)
        const close = async () => {
          closed++
          await sandbox.close()
        }
        return { world: null, sandbox, services, close }
      },
    },
    { entry: 'cli', hops: 'local', onEvent: (event) => events.push(event), ...options },
  )
  return { ...ran, events, opened, closed }
}

test('each has a sandbox of its own, which is closed again', async () => {
  const { opened, closed, report, recordings } = await run([
    attack('late', 200),
    attack('expire', 403),
  ])
  expect({ opened, closed }).toEqual({ opened: 2, closed: 2 })
  expect(report).toMatchObject({
    scenario: 'a-lesson',
    hops: [],
    passed: 1,
    failed: 1,
    skipped: 0,
  })
  expect([...recordings.keys()]).toEqual(['late', 'expire'])
})

test('one that works is `accepted`; one that should and does not says what it met', async () => {
  const { report } = await run([attack('late', 200), attack('expire', 403)])
  expect(report.attacks.map(({ status, code, verdict }) => [status, code, verdict])).toEqual([
    [200, 'accepted', 'passed'],
    [403, null, 'failed'],
  ])
})

describe('among all', () => {
  test('one that the seed does not fit is skipped, by its reason, and opens nothing', async () => {
    const { report, opened } = await run([unfit, attack('late', 200)])
    expect(report.attacks.map(({ verdict, because }) => [verdict, because])).toEqual([
      ['skipped', 'noMemberAccount'],
      ['passed', undefined],
    ])
    expect(opened).toBe(1)
  })

  test('one that needs bytes on a hop is skipped where there are none', async () => {
    const needing = attack('expired-hop', 200, { needsBytesOnAHop: true })
    const local = await run([needing])
    expect(local.report.attacks[0]).toMatchObject({
      verdict: 'skipped',
      because: 'needsBytesOnAHop',
    })
    const http = await run([needing], { hops: 'http' })
    expect(http.report.attacks[0]?.verdict).toBe('passed')
  })
})

describe('alone', () => {
  test('one is run, and no other', async () => {
    const { report, events } = await run([attack('late', 200), attack('expire', 200)], {
      only: 'expire',
    })
    expect(report.attacks.map(({ id }) => id)).toEqual(['expire'])
    expect(events[0]).toMatchObject({ kind: 'attacking', n: 1, of: 1 })
  })

  test('one that the seed does not fit is refused', async () => {
    await expect(run([unfit], { only: 'scp' })).rejects.toThrow(AttackDoesNotFit)
  })
})

test('a sandbox is closed also where the run is called off', async () => {
  const controller = new AbortController()
  let closed = false
  const running = runAttacks(
    {
      scenario: 'a-lesson',
      attacks: [
        attack('late', 200, {
          act: async () => {
            controller.abort(new Error('called off'))
            return { answer: { status: 200, code: null, message: '', body: '' } }
          },
        }),
      ],
      seed: defaultSeed(),
      open: async (seed, wiretap) => {
        const { sandbox, services } = await openInOneProcess({ seed }, wiretap)
        const close = async () => {
          await sandbox.close()
          closed = true
        }
        return { world: null, sandbox, services, close }
      },
    },
    { entry: 'cli', hops: 'local', onEvent: () => {}, signal: controller.signal },
  )
  await expect(running).rejects.toThrow('called off')
  expect(closed).toBe(true)
})
