import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { checkSignature } from '#kernel/http/stages/checkSignature.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import { createRecorder } from '#kernel/trace/recorder.ts'
import { received, S3_OPTIONS, S3_REQUEST, SECRET } from '../../sigv4/verify/signedRequest.ts'

const request = { ...received(S3_REQUEST), path: '/photos/a%20b/../d' }
const claim = readClaim(request, S3_OPTIONS)
const key = signingKey(SECRET, claim.scope)

function refusalOf(check: () => void): AwsError {
  try {
    check()
  } catch (error) {
    if (error instanceof AwsError) return error
    throw error
  }
  throw new Error('it was not refused')
}

const recorderInTest = () => createRecorder({ run: 'test', now: () => 0, host: () => 0, keep: 10 })

describe('a signature that does not match', () => {
  test('is refused with the same error whether somebody records or not', () => {
    const trace = recorderInTest().exchange({ service: 's3', requestId: '1', request })
    const recorded = refusalOf(() => checkSignature({ trace, request }, claim, key))
    const unrecorded = refusalOf(() => checkSignature({ trace: undefined, request }, claim, key))
    expect({ ...recorded }).toEqual({ ...unrecorded })
    expect(recorded.detail).toEqual({ reason: 'SignatureDoesNotMatch' })
  })

  test('is explained in the recording, without the session token that was signed', () => {
    const recorder = recorderInTest()
    const trace = recorder.exchange({ service: 's3', requestId: '1', request })
    refusalOf(() => checkSignature({ trace, request }, claim, key))
    trace.answered({ status: 403, headers: {}, body: Buffer.alloc(0) })
    const explained = recorder.events().find((event) => event.kind === 'explain')
    expect(explained).toMatchObject({
      topic: 'sigv4',
      data: { matches: false, diagnosis: { mistakes: [] }, notCovered: { body: false } },
    })
    expect(JSON.stringify(recorder.events())).not.toContain(S3_REQUEST.credentials.sessionToken)
  })

  test('is refused all the same where the doctor breaks', () => {
    const failures: unknown[] = []
    const trace = {
      explain: () => {
        throw new Error('broken')
      },
      failure: (error: unknown) => failures.push(error),
    } as never
    const refused = refusalOf(() => checkSignature({ trace, request }, claim, key))
    expect(refused.code).toBe('SignatureDoesNotMatch')
    expect(failures).toEqual([new Error('broken')])
  })
})

test('headers that were not signed are no case for the doctor', () => {
  const recorder = recorderInTest()
  const trace = recorder.exchange({ service: 's3', requestId: '1', request })
  const unsigned = { ...claim, headersNotSigned: ['x-amz-meta-late'] }
  refusalOf(() => checkSignature({ trace, request }, unsigned, key))
  trace.answered({ status: 403, headers: {}, body: Buffer.alloc(0) })
  expect(recorder.events().filter((event) => event.kind === 'explain')).toHaveLength(1)
})
