/** An answer that AWS gives instead of a result: code, status and text are AWS's own, in English, on the wire. */
export interface AwsErrorInit {
  /** The code on the wire (`NoSuchBucket`, `ValidationError`). */
  code: string
  message: string
  /** HTTP status; 400 unless said otherwise. */
  status?: number
  /** Who is to blame: `Sender` (client) or `Receiver` (service). By status where absent. */
  fault?: 'Sender' | 'Receiver'
  /** Members beside code and message, in wire order: S3's `BucketName`, sso-oidc's `error_description`. */
  members?: Readonly<Record<string, string | number>>
  /** Headers that travel with the refusal. */
  headers?: Readonly<Record<string, string>>
  /** Our own structured explanation: for recordings and `why`, never on the wire. */
  detail?: Readonly<Record<string, unknown>>
}

export class AwsError extends Error {
  readonly code: string
  readonly status: number
  readonly fault: 'Sender' | 'Receiver'
  readonly members: Readonly<Record<string, string | number>>
  readonly headers: Readonly<Record<string, string>>
  readonly detail: Readonly<Record<string, unknown>>

  constructor(init: AwsErrorInit) {
    super(init.message)
    this.name = 'AwsError'
    this.code = init.code
    this.status = init.status ?? 400
    this.fault = init.fault ?? (this.status >= 500 ? 'Receiver' : 'Sender')
    this.members = init.members ?? {}
    this.headers = init.headers ?? {}
    this.detail = init.detail ?? {}
  }
}
