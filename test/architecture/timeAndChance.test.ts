/** Time and chance come from kernel/clock and kernel/ids alone, so that a run can be repeated. */
import { expect, test } from 'vitest'
import { isGenerated, serviceOf, sources, withoutComments } from './sources.ts'

const forbidden =
  /\bDate\.now\(\)|new Date\(\)|Math\.random|randomUUID|randomBytes|randomInt|\bsetTimeout\(|\bsetInterval\(|\bconsole\./

/** Transport waits in real time; nothing that a service answers depends on it. */
const allowed = [
  'kernel/clock/',
  'kernel/ids/',
  'kernel/http/closeInStages.ts',
  'kernel/http/readBody.ts',
  'kernel/http/server.ts',
  'kernel/hops/post.ts',
  'kernel/hops/callApi.ts',
  'kernel/hops/hopListener.ts',
]

test('services and kernel have no time, randomness, timers or output of their own', () => {
  const found = sources()
    .filter(({ path }) => path.startsWith('kernel/') || serviceOf(path) !== undefined)
    .filter(({ path }) => !isGenerated(path) && !allowed.some((place) => path.startsWith(place)))
    .filter(({ text }) => forbidden.test(withoutComments(text)))
    .map(({ path }) => path)
  expect(found).toEqual([])
})
