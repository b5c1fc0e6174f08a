/** Where the sandbox differs from AWS in a way that people must see: in the recording, beside the request that it touches. */
import type { RecordedEvent } from './recording.ts'

export type Badge =
  /** Signed by the host's clock, while the sandbox's has been moved: fresh all the same. Expiry goes by the sandbox's. */
  | { readonly badge: 'hostClock'; readonly offsetSeconds: number }
  /** A policy looked at `aws:SecureTransport`: true, as if TLS ended in front. */
  | { readonly badge: 'secureTransport' }
  /** A policy looked at `aws:SourceIp`: an address that the sandbox gives. */
  | { readonly badge: 'sourceIp'; readonly sourceIp: string }
  /** A bucket's name is taken, by whichever account of the sandbox. */
  | { readonly badge: 'globalBucketNames'; readonly bucket: string }
  /** A key that looks like AWS's own and is none of ours; masked, and nothing of it is kept. */
  | { readonly badge: 'realKey'; readonly accessKeyId: string }

/** The topic under which they are explained. */
export const badgeTopic = 'badge'

export const badgeOf = (event: RecordedEvent): Badge | undefined =>
  event.kind === 'explain' && event.topic === badgeTopic
    ? (event.data as unknown as Badge)
    : undefined
