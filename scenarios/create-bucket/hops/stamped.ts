/** What the stage `authenticate` finds of a signature, as the recording carries it (topic `sigv4`). */
export interface Stamped {
  readonly accessKeyId?: string
  readonly scope?: { readonly date: string; readonly region: string; readonly service: string }
  readonly amzDate?: string
  readonly signedHeaders?: readonly string[]
  readonly stringToSign?: string
  readonly signature?: string
  /** Whether S3 computed the same one. */
  readonly matches?: boolean
}
