/** Clients sign with the host's clock. When the sandbox's has been moved, freshness passes by either, expiry by the sandbox's alone. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { badgeOf } from '#kernel/trace/badge.ts'
import { startSandbox } from '#sandbox/index.ts'
import type { Sandbox, SandboxOptions } from '#sandbox/sandbox.ts'
import { type RawAnswer, rawExchange } from '../kernel/http/rawExchange.ts'
import { printed, signedLines } from '../kernel/http/signedBytes.ts'
import type { Keys } from './clients.ts'
import { assume, createAdminRole } from './roles.ts'

const minute = 60_000

interface Signing {
  readonly keys?: Keys
  /** By whose clock, and how far off. */
  readonly by: 'host' | 'sandbox'
  readonly off?: number
}

/** The same question to S3 and to STS, as raw bytes: SDKs would correct their clock. */
const asking = (sandbox: () => Sandbox) => {
  const ask = (service: 's3' | 'sts', { keys, by, off = 0 }: Signing): Promise<RawAnswer> => {
    const port = Number(new URL(sandbox().endpoint).port)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const identity = {
      method: 'POST',
      headers: form,
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    }
    const request = signedLines({
      ...(service === 'sts' && identity),
      port,
      service,
      credentials: keys ?? sandbox().admin!,
      now: (by === 'host' ? Date.now() : sandbox().clock.now()) + off,
    })
    return rawExchange(port, printed(request))
  }
  return async (signing: Signing) =>
    Promise.all((['s3', 'sts'] as const).map(async (service) => said(await ask(service, signing))))
}

const said = ({ status, body }: RawAnswer) =>
  `${status} ${/<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? ''}`.trim()

const badges = (sandbox: Sandbox) => sandbox.recording().flatMap((event) => badgeOf(event) ?? [])

const skewed = ['403 RequestTimeTooSkewed', '403 SignatureDoesNotMatch']
const expired = ['400 ExpiredToken', '403 ExpiredToken']
const passes = ['200', '200']

async function start(options: SandboxOptions = {}) {
  const sandbox = await startSandbox(options)
  const session = await assume(sandbox, await createAdminRole(sandbox))
  return { sandbox, session }
}

describe('in a free run', () => {
  let run: Awaited<ReturnType<typeof start>>
  const ask = asking(() => run.sandbox)
  beforeAll(async () => {
    run = await start()
  })
  afterAll(() => run.sandbox.close())

  test('before the clock was moved there is one clock, and no badge', async () => {
    expect(await ask({ by: 'host' })).toEqual(passes)
    expect(await ask({ by: 'host', keys: run.session })).toEqual(passes)
    expect(await ask({ by: 'host', off: -16 * minute })).toEqual(skewed)
    expect(badges(run.sandbox)).toEqual([])
  })

  describe('61 minutes later', () => {
    beforeAll(() => run.sandbox.clock.advance('PT61M'))
    let before = 0
    beforeEach(() => {
      before = badges(run.sandbox).length
    })
    const added = () => badges(run.sandbox).slice(before)

    test("a session signed by the host's clock is fresh, and has expired", async () => {
      expect(await ask({ by: 'host', keys: run.session })).toEqual(expired)
    })

    test("a session signed by the sandbox's clock has expired", async () => {
      expect(await ask({ by: 'sandbox', keys: run.session })).toEqual(expired)
      expect(added()).toEqual([])
    })

    test("a long-term key works by the host's clock, with a badge", async () => {
      expect(await ask({ by: 'host' })).toEqual(passes)
      const badge = { badge: 'hostClock', offsetSeconds: 3660 }
      expect(added()).toEqual([badge, badge])
    })

    test("a long-term key works by the sandbox's clock, without one", async () => {
      expect(await ask({ by: 'sandbox' })).toEqual(passes)
      expect(added()).toEqual([])
    })

    test.each([
      ["before the host's", { by: 'host', off: -16 * minute }],
      ["after the host's", { by: 'host', off: 16 * minute }],
      ["before the sandbox's", { by: 'sandbox', off: -16 * minute }],
      ["after the sandbox's", { by: 'sandbox', off: 16 * minute }],
    ] as const)('16 minutes %s no clock helps', async (_, signing) => {
      expect(await ask(signing)).toEqual(skewed)
      expect(added()).toEqual([])
    })

    test('after a reset there is one clock again', async () => {
      await run.sandbox.reset()
      expect(await ask({ by: 'host' })).toEqual(passes)
      expect(badges(run.sandbox)).toEqual([])
    })
  })
})

describe("in a scenario's own sandbox", () => {
  let run: Awaited<ReturnType<typeof start>>
  const ask = asking(() => run.sandbox)
  beforeAll(async () => {
    run = await start({ freshness: 'sandbox' })
    await run.sandbox.clock.advance('PT61M')
  })
  afterAll(() => run.sandbox.close())

  test("the sandbox's clock counts alone", async () => {
    expect(await ask({ by: 'host' })).toEqual(skewed)
    expect(await ask({ by: 'host', keys: run.session })).toEqual(skewed)
    expect(await ask({ by: 'sandbox' })).toEqual(passes)
    expect(await ask({ by: 'sandbox', keys: run.session })).toEqual(expired)
    expect(badges(run.sandbox)).toEqual([])
  })
})
