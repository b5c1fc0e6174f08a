/** All keys that one service may hold, as plain text: what the launcher hands to its process. */
export interface ServiceKeys {
  readonly service: string
  /** `s3.amazonaws.com` and so on, by service. */
  readonly principals: Readonly<Record<string, string>>
  /** Its own Ed25519 private key, base64. No other service has it. */
  readonly signingSeed: string
  /** Everybody's Ed25519 public keys, base64, by service. */
  readonly publicKeys: Readonly<Record<string, string>>
  /** Hop secrets shared with those whom it asks, base64, by owner. */
  readonly asks: Readonly<Record<string, string>>
  /** Hop secrets shared with those who ask it, base64, by asker. */
  readonly answers: Readonly<Record<string, string>>
  /** Seals session tokens, base64: for STS, which makes them, and IAM, which opens them. */
  readonly sessionTokenKey?: string | undefined
}
