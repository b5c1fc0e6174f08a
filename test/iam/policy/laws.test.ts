/** What must hold of every decision, whatever the policies say. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askRandom } from './askRandom.ts'
import type { NaivePolicy, NaiveRequest, NaiveStatement } from './naiveEvaluator.ts'
import { allowStatement, denyStatement, policy, request } from './policyArbitraries.ts'
import { ACCOUNT, bucketPolicy } from './question.ts'

/** Nightly runs ask for more. */
const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 2_000) }
const isAllowed = (random: NaiveRequest) => askRandom(random).decision === 'Allow'

/** `premise` must hold in enough of the runs for the law to say something. */
function law(premise: string, property: (count: () => void) => void): void {
  let met = 0
  property(() => {
    met++
  })
  expect(met, premise).toBeGreaterThan(100)
}

describe('an explicit deny wins', () => {
  const matching: NaiveStatement = { Effect: 'Deny', Action: ['*'], Resource: ['*'] }

  test.each(['identity', 'session', 'boundary', 'scps'] as const)('in %s', (where) => {
    const put = (random: NaiveRequest): NaiveRequest => {
      const added = {
        identity: [...random.identity, [matching]],
        session: [...random.session, [matching]],
        boundary: [...(random.boundary ?? []), matching],
        scps: [...(random.scps ?? []), [[matching]]],
      }
      return { ...random, [where]: added[where] }
    }
    fc.assert(
      fc.property(request, (random) => {
        const decision = askRandom(put(random))
        expect(decision.decision).toBe('Deny')
        expect(decision.decidedBy?.explicit).toBe(true)
      }),
      runs,
    )
  })

  test('in the resource policy', () => {
    fc.assert(
      fc.property(request, (random) => {
        const decision = askRandom(random, {
          resourcePolicy: {
            ...bucketPolicy('*', 'Deny'),
            document: bucketPolicy('*', 'Deny').document.replace('s3:*', '*'),
          },
        })
        expect(decision.decision).toBe('Deny')
      }),
      runs,
    )
  })

  test('adding any deny anywhere never grants', () => {
    fc.assert(
      fc.property(request, denyStatement, (random, denial) => {
        fc.pre(!isAllowed(random))
        expect(isAllowed({ ...random, identity: [...random.identity, [denial]] })).toBe(false)
      }),
      runs,
    )
  })
})

describe('adding an Allow never takes access away', () => {
  const addedTo: Readonly<
    Record<string, (random: NaiveRequest, added: NaiveStatement) => NaiveRequest>
  > = {
    'a policy of its own': (random, added) => ({
      ...random,
      identity: [...random.identity, [added]],
    }),
    'a statement of a policy': (random, added) => ({
      ...random,
      identity: random.identity.map((each) => [...each, added]),
    }),
    'the boundary': (random, added) => ({
      ...random,
      boundary: random.boundary && [added, ...random.boundary],
    }),
    'each level of the SCPs': (random, added) => ({
      ...random,
      scps: random.scps?.map((level) => [...level, [added]]) ?? null,
    }),
    'a session policy': (random, added) => ({
      ...random,
      session: random.session.map((each) => [added, ...each]),
    }),
  }
  test.each(Object.entries(addedTo))('as %s', (_, add) => {
    law('allowed', (count) =>
      fc.assert(
        fc.property(request, allowStatement, (random, added) => {
          if (!isAllowed(random)) return
          count()
          expect(isAllowed(add(random, added))).toBe(true)
        }),
        runs,
      ),
    )
  })

  test('as a resource policy, whomever it names', () => {
    const principal = fc.constantFrom('*', { AWS: ACCOUNT }, { Service: 'ec2.amazonaws.com' })
    law('allowed', (count) =>
      fc.assert(
        fc.property(request, principal, (random, named) => {
          if (!isAllowed(random)) return
          count()
          const { decision } = askRandom(random, { resourcePolicy: bucketPolicy(named) })
          expect(decision).toBe('Allow')
        }),
        runs,
      ),
    )
  })
})

describe('a cap never adds access', () => {
  const capped: Readonly<Record<string, (random: NaiveRequest, cap: NaivePolicy) => NaiveRequest>> =
    {
      'an SCP level': (random, cap) => ({ ...random, scps: [...(random.scps ?? []), [cap]] }),
      'a boundary': (random, cap) => ({ ...random, boundary: cap }),
      'a session policy': (random, cap) => ({ ...random, session: [cap] }),
    }
  const bare = (random: NaiveRequest): NaiveRequest => ({
    ...random,
    boundary: null,
    session: [],
    scps: null,
  })

  test.each(Object.entries(capped))('%s', (_, cap) => {
    law('denied', (count) =>
      fc.assert(
        fc.property(request, policy, (random, added) => {
          if (isAllowed(bare(random))) return
          count()
          expect(isAllowed(cap(bare(random), added))).toBe(false)
        }),
        runs,
      ),
    )
  })
})

test('the order of statements and policies does not matter', () => {
  const reversed = (policies: readonly NaivePolicy[]) =>
    policies.map((each) => each.toReversed()).toReversed()
  fc.assert(
    fc.property(request, (random) => {
      const turned = {
        ...random,
        identity: reversed(random.identity),
        session: reversed(random.session),
        boundary: random.boundary?.toReversed() ?? null,
        scps: random.scps?.map(reversed).toReversed() ?? null,
      }
      expect(isAllowed(turned)).toBe(isAllowed(random))
    }),
    runs,
  )
})

test('a wider pattern in an Allow never takes access away', () => {
  const widen = (pattern: string, at: number) => {
    // Not in the service, where a wildcard is no pattern but an error.
    if (pattern === '*') return pattern
    const from = pattern.indexOf(':') + 1
    const position = from + (at % (pattern.length - from + 1))
    return `${pattern.slice(0, position)}*${pattern.slice(position)}`
  }
  const widened = (statement: NaiveStatement, at: number): NaiveStatement =>
    statement.Effect === 'Deny' || statement.Action === undefined
      ? statement
      : { ...statement, Action: statement.Action.map((pattern) => widen(pattern, at)) }
  law('allowed', (count) =>
    fc.assert(
      fc.property(request, fc.nat(20), (random, at) => {
        if (!isAllowed(random)) return
        count()
        const wider = random.identity.map((each) => each.map((statement) => widened(statement, at)))
        expect(isAllowed({ ...random, identity: wider })).toBe(true)
      }),
      runs,
    ),
  )
})

test('the decision is what its own findings say', () => {
  fc.assert(
    fc.property(request, (random) => {
      const { decision, decidedBy, layers } = askRandom(random)
      const denying = layers.some(({ verdict }) => verdict === 'explicitDeny')
      if (denying) expect(decidedBy?.explicit).toBe(true)
      if (decision === 'Allow') {
        expect(
          layers.every(({ verdict }) => verdict === 'allow' || verdict === 'notApplicable'),
        ).toBe(true)
      }
      for (const statement of layers.flatMap(({ policies }) =>
        policies.flatMap((each) => each.statements),
      )) {
        expect(statement.matched).toBe(statement.because.every(({ matched }) => matched))
      }
    }),
    runs,
  )
})
