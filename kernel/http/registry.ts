/** One row a service: how the gateway recognises its requests, and where its own port is. */
export interface RegistryRow {
  readonly name: string
  /** Added to the port given by `--port`. */
  readonly portOffset: number
  /** Names in the credential scope. */
  readonly signingNames: readonly string[]
  /** Prefixes of `X-Amz-Target`. */
  readonly targets: readonly string[]
  /** Exact paths, or prefixes that end in `/*`, of requests that carry no signature. */
  readonly paths: readonly string[]
  /** Actions that clients send unsigned. */
  readonly unsignedActions: readonly string[]
  /** First labels of the real host names (`sts` of `sts.us-east-1.amazonaws.com`). */
  readonly hosts: readonly string[]
  /** Takes what nothing else recognised: anonymous S3 requests. */
  readonly fallback?: true
}
