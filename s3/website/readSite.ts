/**
 * One request to a website: everybody is nobody in particular there, whatever they bring. The document, else the
 * site's redirects, else its error page; what the bucket does not let everybody read is refused as anywhere else.
 */
import type { Blobs } from '#kernel/blobs/blobs.ts'
import type { AwsError } from '#kernel/errors/awsError.ts'
import { anonymous } from '#kernel/hops/caller.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import type { Asking, AuthorizationCheck, Operation, OperationRef } from '#kernel/http/operation.ts'
import { header } from '#kernel/http/wireRequest.ts'
import type { Reader } from '#kernel/store/store.ts'
import { operation } from '../api.ts'
import { objectAudit } from '../audit.ts'
import { type BucketPlace, bucketPlace, objectPlace } from '../buckets/bucketPlace.ts'
import { guardedBucket, guardedObject } from '../buckets/guardedBucket.ts'
import { bucketCheck, objectCheck } from '../checks.ts'
import * as errors from '../errors.ts'
import { quoted } from '../objects/entityTag.ts'
import { partOf } from '../objects/partOf.ts'
import { checkKeyUse } from '../objects/serverSideEncryption.ts'
import { objects, type StoredObject } from '../state.ts'
import { keyPath, redirectByRule, redirectOfAll } from './redirectOf.ts'
import { siteKeys, siteOf } from './siteOf.ts'
import type { WebsiteAnswer, WebsiteRequest } from './websiteShapes.ts'

export const readSite = (ref: OperationRef<WebsiteRequest, WebsiteAnswer>): Operation =>
  operation(ref, {
    access: 'read',

    authorize: siteChecks,

    async handle({ input, store, facts, keys, decisions }) {
      const place = await bucketPlace(store, input.Bucket)
      const site = await siteOf(store, place)
      const hit = { key: input.Key ?? '', host: header(facts.request, 'host') ?? '' }
      const sentOn = redirectOfAll(site, hit) ?? redirectByRule(site, hit, undefined)
      if (sentOn) return sentOn
      const asked = siteKeys(site, hit.key)
      const look = lookInto(store, place, keys.blobs)
      const [document, folder, page, list] = decisions
      const found = await look(asked.document, document, 200)
      if (found) return found
      if (asked.document === hit.key && (await look(asked.folder, folder, 200)))
        return { Status: 302, Location: `/${keyPath(hit.key)}/` }
      const refusal = refusalOf(asked.document, document, list)
      const insteadOf = redirectByRule(site, hit, refusal.status)
      if (insteadOf) return insteadOf
      const shown = asked.error && (await look(asked.error, page, refusal.status))
      if (shown) return shown
      throw refusal
    },

    audit: (ended) => ({ ...objectAudit(ended), eventName: 'GetObject' }),
  })

/** None of them decides alone: what may not be read is looked for elsewhere. */
async function siteChecks({ input, read }: Asking<WebsiteRequest>): Promise<AuthorizationCheck[]> {
  const bucket = await guardedBucket(read, input.Bucket)
  const {
    document,
    folder,
    error = document,
  } = siteKeys(await siteOf(read, bucket), input.Key ?? '')
  const checks: AuthorizationCheck[] = []
  for (const key of [document, folder, error])
    checks.push(objectCheck('s3:GetObject', await guardedObject(read, input.Bucket, key), key))
  checks.push(bucketCheck('s3:ListBucket', bucket))
  return checks.map((check) => ({ ...check, advisory: true }))
}

const isAllowed = (decision: Decision | undefined): boolean => decision?.decision === 'Allow'

const lookInto =
  (read: Reader, place: BucketPlace, blobs: Blobs) =>
  async (
    key: string,
    decision: Decision | undefined,
    status: number,
  ): Promise<WebsiteAnswer | undefined> => {
    if (!isAllowed(decision)) return undefined
    const found = await read.get(objects, place, objectPlace(place.name, key))
    return found && answerOf(found.value, status, blobs)
  }

async function answerOf(
  object: StoredObject,
  Status: number,
  blobs: Blobs,
): Promise<WebsiteAnswer> {
  checkKeyUse(object, anonymous)
  return {
    ...object.headers,
    Status,
    ETag: quoted(object.etag),
    LastModified: new Date(object.modifiedAt),
    ContentLength: object.body.size,
    Body: await partOf(blobs, object.body, undefined),
  }
}

/** Who may not list the bucket does not learn that a key is not there. */
const refusalOf = (
  key: string,
  read: Decision | undefined,
  list: Decision | undefined,
): AwsError => (isAllowed(read) && isAllowed(list) ? errors.noSuchKey(key) : errors.accessDenied())
