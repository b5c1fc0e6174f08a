/**
 * Answers a browser's preflight by the bucket's CORS rules: nobody is asked for credentials, and nothing else is
 * told. The headers themselves are those of every answer (answerCors.ts).
 */
import { noAuthorization, type Operation, type OperationRef } from '#kernel/http/operation.ts'
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import type { Reader } from '#kernel/store/store.ts'
import { operation } from '../api.ts'
import { objectAudit } from '../audit.ts'
import { findBucket } from '../buckets/bucketPlace.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'
import { corsQuestion } from './corsQuestion.ts'
import { matchCors } from './matchCors.ts'
import type { PreflightInput } from './preflightShapes.ts'

type Resource = 'BUCKET' | 'OBJECT'

export const preflight = (ref: OperationRef<PreflightInput, void>, resource: Resource): Operation =>
  operation(ref, {
    access: 'read',

    authorize: noAuthorization(
      'Browsers send preflights without credentials, to learn of rules only.',
    ),

    validate: ({ input: { Origin, RequestMethod } }) => {
      if (Origin === undefined)
        throw errors.badRequest('Insufficient information. Origin request header needed.')
      if (RequestMethod === undefined)
        throw errors.badRequest('Invalid Access-Control-Request-Method: null')
    },

    handle: ({ input, store, facts }) => checkPreflight(store, input, facts.request, resource),

    audit: objectAudit,
  })

async function checkPreflight(
  read: Reader,
  { Bucket, RequestMethod: method = '' }: PreflightInput,
  request: WireRequest,
  resource: Resource,
): Promise<void> {
  const refuse = (message: string) => errors.corsForbidden(message, method, resource)
  const place = await findBucket(read, Bucket)
  if (!place) throw refuse('CORSResponse: Bucket not found')
  const cors = await configuration(read, place, 'cors')
  if (!cors) throw refuse('CORSResponse: CORS is not enabled for this bucket.')
  const question = corsQuestion(request)
  if (question && matchCors(cors, question)) return
  throw refuse(
    "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
  )
}
