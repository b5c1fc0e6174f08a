/** One captured request is enough to guess a secret offline: each guess is held against its signature, and nobody notices. */
import { signature } from '#kernel/sigv4/signature.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import type { SignatureClaim } from '#kernel/sigv4/verify/signatureClaim.ts'
import { firstKey } from '#sandbox/seed/firstKey.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attack } from '#scenarios/engine/attack.ts'
import { AttackDoesNotFit } from '#scenarios/engine/attackDoesNotFit.ts'
import { condition } from '#scenarios/engine/condition.ts'
import type { RawRequest } from '#scenarios/engine/rawRequest.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import { brought, type World } from '../world.ts'
import { commonSecrets } from './commonSecrets.ts'

/** Far more than anybody has: a thousand computers of a thousand million guesses a second each. */
const guessesPerSecond = 1e12
/** AWS's secrets: 40 characters of 64. */
const secretCharacters = 40
const alphabet = 64
const secondsPerYear = 365.25 * 86_400

/** Of the same length and alphabet as AWS's, and nobody's. */
const longSecret = 'Zk0oXb7pQe3vT9sLwN2rYh5cJd8gMf1uAi6EtKqR'

export const bruteForce: Attack<World> = {
  id: 'brute-force',
  hop: 9,
  party: 'cli',
  expects: { outcome: 'offline' },
  patch: (seed) => {
    if (!hasCommonSecret(seed)) throw new AttackDoesNotFit('brute-force', 'noCommonSecret')
    return {}
  },
  act: async ({ world, sandbox, send }) => {
    const key = brought(sandbox.admin ?? undefined, 'development key')
    const captured = createBucketRequest(world, world.cast.bucket, { credentials: key })
    const unaltered = await send(captured)
    const now = sandbox.clock.now()
    const found = guess(claimOf(captured, now))
    const long = { accessKeyId: key.accessKeyId, secretAccessKey: longSecret }
    const second = createBucketRequest(world, world.cast.bucket, { credentials: long })
    const years = yearsFor(secretCharacters)
    return {
      answer: {
        status: 0,
        code: found && `${found.secret}, ${secretCharacters} characters take ${years} years`,
        message: '',
        body: '',
      },
      others: { unaltered },
      facts: {
        isTheSecret: Number(found?.secret === key.secretAccessKey),
        guesses: found?.guesses ?? 0,
        longGuessed: Number(guess(claimOf(second, now)) !== null),
        years,
      },
    }
  },
  conditions: ({ others: { unaltered }, facts }) => [
    condition('capturedWasGood', isAccepted(unaltered)),
    condition('secretFell', facts['isTheSecret'] === 1, { guesses: facts['guesses'] ?? 0 }),
    condition('longSecretHolds', facts['longGuessed'] === 0, { years: facts['years'] ?? '-' }),
  ],
}

const hasCommonSecret = (seed: Seed): boolean =>
  commonSecrets.includes(firstKey(seed)?.secretAccessKey ?? '')

/** What an eavesdropper reads out of a request, as its receiver would. */
const claimOf = ({ method, target, headers, body }: RawRequest, now: number): SignatureClaim =>
  readClaim(
    { method, path: target, query: '', rawHeaders: headers.flat(), remoteAddress: '', body },
    { style: 's3', service: 's3', clocks: [now] },
  )

interface Guessed {
  readonly secret: string
  readonly guesses: number
}

function guess({ scope, stringToSign, signature: captured }: SignatureClaim): Guessed | null {
  const at = commonSecrets.findIndex(
    (secret) => signature(signingKey(secret, scope), stringToSign) === captured,
  )
  return at < 0 ? null : { secret: commonSecrets[at]!, guesses: at + 1 }
}

/** On average, half of all there are have to be tried: `2.8e+52`. */
const yearsFor = (characters: number): string =>
  (alphabet ** characters / 2 / guessesPerSecond / secondsPerYear).toExponential(1)
