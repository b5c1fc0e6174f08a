/**
 * What the journal says of S3's calls beyond the kernel's record ("Logging Amazon S3 API calls using AWS
 * CloudTrail"): which are data events, the resources, and how the request travelled.
 */
import type { AuditNote, Ended } from '#kernel/http/operation.ts'
import { bucketArn, objectArn } from './arns.ts'

/** On a refusal that came early, no more of the input is known than this. */
interface About {
  readonly Bucket?: string | undefined
  readonly Key?: string | undefined
}

type EndedCall = Ended<About, unknown>

/** CreateBucket and ListBuckets: no resources. */
export const callAudit = (ended: Pick<EndedCall, 'facts' | 'caller'>): AuditNote => ({
  responseElements: null,
  additional: travelled(ended),
})

export const bucketAudit = (ended: EndedCall): AuditNote => ({
  resources: [bucketResource(ended)],
  ...callAudit(ended),
  ...recordedFor(ended),
})

/** Calls on objects are data events: a trail records them only where it is told to. */
export const objectAudit = (ended: EndedCall): AuditNote => ({
  category: 'Data',
  resources: [objectResource(ended), bucketResource(ended)],
  ...callAudit(ended),
  ...recordedFor(ended),
})

const objectResource = ({ input: { Bucket = '', Key = '' } }: EndedCall) => ({
  type: 'AWS::S3::Object',
  arn: objectArn(Bucket, Key),
})

/** What nobody did is told to the bucket's owner alone. */
function recordedFor(ended: EndedCall): AuditNote {
  const account = ended.caller.type === 'Anonymous' ? ownerIn(ended) : undefined
  return account === undefined ? {} : { account }
}

/** The owner stands in what IAM was asked; where IAM was not asked, nobody looked. */
const ownerIn = ({ checks }: EndedCall): string | undefined =>
  checks[0]?.context?.['s3:ResourceAccount']?.[0]

function bucketResource(ended: EndedCall) {
  const { Bucket = '' } = ended.input
  const accountId = ownerIn(ended)
  const resource = { type: 'AWS::S3::Bucket', arn: bucketArn(Bucket) }
  return accountId === undefined ? resource : { ...resource, accountId }
}

// SIMPLIFICATION: CloudTrail also counts the bytes of the answer, which are not written yet here.
const travelled = ({
  facts,
  caller,
}: Pick<EndedCall, 'facts' | 'caller'>): Readonly<Record<string, unknown>> => ({
  ...(caller.type !== 'Anonymous' && {
    SignatureVersion: 'SigV4',
    AuthenticationMethod: 'AuthHeader',
  }),
  bytesTransferredIn: facts.request.body.length,
  'x-amz-id-2': facts.hostId,
})
