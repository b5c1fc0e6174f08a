import { describe, expect, test } from 'vitest'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import { createBucket } from '#scenarios/create-bucket/index.ts'
import type { ScenarioEvent, ScenarioReport } from '#scenarios/engine/scenario.ts'
import { scenarios } from '#scenarios/index.ts'
import { normalised, withLabels, withoutChance } from './normalised.ts'

async function play(options: Partial<Parameters<typeof createBucket.run>[0]> = {}) {
  const events: ScenarioEvent[] = []
  const { report, recording } = await createBucket.run({
    entry: 'cli',
    hops: 'http',
    onEvent: (event) => events.push(event),
    ...options,
  })
  return { events, report, recording }
}

const inlinePolicyOf = (statement: object) => {
  const seed = structuredClone(defaultSeed())
  const set = seed.identityCenter!.permissionSets!.find(({ name }) => name === 'BucketCreator')!
  set.inlinePolicy = { Version: '2012-10-17', Statement: [statement] }
  return seed
}

describe('create-bucket', () => {
  test.each(['http', 'local'] as const)('makes its twelve hops, all checked (%s)', async (hops) => {
    const { report, events } = await play({ hops })
    expect(report.hops.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(report.hops.filter(({ verdict }) => verdict !== 'passed')).toEqual([])
    expect(report.hops.every(({ checks }) => checks.length > 0)).toBe(true)
    expect({ passed: report.passed, failed: report.failed }).toEqual({ passed: 12, failed: 0 })
    expect(events.filter(({ kind }) => kind === 'repeated')).toEqual([
      { kind: 'repeated', operation: 'PutObject', hops: [9, 10, 11, 12], status: 200 },
      { kind: 'repeated', operation: 'ListBuckets', hops: [9, 10, 11, 12], status: 200 },
    ])
  })

  test('shows the auditor who signed in, who took the role and who made the bucket', async () => {
    const { events } = await play({ hops: 'local' })
    const audit = events.find((event) => event.kind === 'audit')!
    const names = audit.records.map(({ eventName }) => eventName)
    expect(names).toEqual(
      expect.arrayContaining([
        'UserAuthentication',
        'CreateToken',
        'GetRoleCredentials',
        'AssumeRoleWithSAML',
        'CreateRole',
        'CreateBucket',
      ]),
    )
    const created = audit.records.find(({ eventName }) => eventName === 'CreateBucket')!
    expect(created.who).toMatch(
      /assumed-role\/AWSReservedSSO_BucketCreator_[0-9a-f]{16}\/ana@example\.com$/,
    )
  })

  test('without the permission hop 11 fails with AccessDenied, and nothing is created', async () => {
    const { report, events } = await play({
      hops: 'local',
      seed: inlinePolicyOf({ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }),
    })
    const failed = report.hops.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ n }) => n)).toEqual([9, 11, 12].filter((n) => n !== 9))
    expect(report.hops.find(({ n }) => n === 11)?.code).toBe('AccessDenied')
    expect(events.find((event) => event.kind === 'refused')?.message).toContain(
      'because no identity-based policy allows the s3:CreateBucket action',
    )
  })

  test('--until stops after the step that it names', async () => {
    const { report, events } = await play({ hops: 'local', until: 'approve' })
    expect(report.hops.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5])
    expect(events.some(({ kind }) => kind === 'repeated' || kind === 'audit')).toBe(false)
  })

  test('keeps no secret in its recording', async () => {
    const { recording } = await play()
    const text = JSON.stringify(recording)
    const secrets = {
      accessToken: /aoa[\w-]{40}/,
      sessionToken: /IQoJb3JpZ2luX2Vj/,
      secretAccessKey: /secretAccessKey(>|\\?":\\?")[A-Za-z0-9/+=]{30}/i,
      clientSecret: /clientSecret\\?":\\?"ey/,
      samlResponse: /SAMLResponse\\?"[^>]*value=\\?"[A-Za-z0-9+/]{40}/,
    }
    const found = Object.entries(secrets).filter(([, form]) => form.test(text))
    expect(found.map(([name]) => name)).toEqual([])
  })

  test('is the same story twice with the same random seed', async () => {
    const [first, second] = [await play({ randomSeed: 7 }), await play({ randomSeed: 7 })]
    expect(normalised(second.recording)).toEqual(normalised(first.recording))
    expect(hopsOf(second.report)).toEqual(hopsOf(first.report))
    const other = await play({ randomSeed: 8 })
    expect(seededOf(second.report)).toEqual(seededOf(first.report))
    expect(seededOf(other.report)).not.toEqual(seededOf(first.report))
  })
})

/** What each hop was and what its checks found: without times and ports, ids by their first appearance. */
const hopsOf = ({ hops }: ScenarioReport) =>
  withLabels(
    withoutChance(
      JSON.stringify(
        hops.map(({ n, operation, status, checks }) => ({
          n,
          operation,
          status,
          checks: checks.filter(({ key }) => !timed.includes(key)),
        })),
      ),
    ),
  )

/** Ids that one party draws for one person: the seed alone decides them. */
const seededOf = ({ hops }: ScenarioReport) =>
  hops
    .flatMap(({ checks }) => checks)
    .filter(({ key }) => key === 'assertionUsedOnce' || key === 'userCodeMatches')
    .map(({ params }) => params)

/** Their parameters are distances in time. */
const timed = ['dateFresh', 'attemptsWithinLimit']

test('every scenario has an id of its own, and steps', () => {
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length)
  for (const { steps } of scenarios) expect(steps.length).toBeGreaterThan(0)
})
