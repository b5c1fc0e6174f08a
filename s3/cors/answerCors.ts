/** Tells a browser, with every answer about a bucket, whether the page of another origin may see it. */
import type { Exchange } from '#kernel/http/exchange.ts'
import { findBucket } from '../buckets/bucketPlace.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import type { Address } from '../stages/address.ts'
import { corsQuestion } from './corsQuestion.ts'
import { matchCors } from './matchCors.ts'

export async function answerCors(x: Exchange): Promise<void> {
  const question = corsQuestion(x.request)
  const bucket = (x.input as Address | undefined)?.Bucket
  if (!question || bucket === undefined) return
  const { store } = x.service.context
  const place = await findBucket(store, bucket)
  const cors = place && (await configuration(store, place, 'cors'))
  const headers = cors && matchCors(cors, question)
  if (headers && x.answer) x.answer.headers = { ...x.answer.headers, ...headers }
}
