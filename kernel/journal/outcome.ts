/** One API call and how it ended: allowed, denied or failed. The single source of CloudTrail, EventBridge and the rest. */
export interface Outcome {
  readonly eventId: string
  /** Milliseconds since the epoch, sandbox's clock, at completion. */
  readonly at: number
  /** The account in whose journal it stands (where the resource or the caller is). */
  readonly account: string
  readonly region: string
  /** `s3.amazonaws.com`. */
  readonly eventSource: string
  readonly eventName: string
  readonly caller: OutcomeCaller
  readonly sourceIp: string
  readonly userAgent: string
  readonly requestId: string
  /** Members by their CloudTrail names; secrets are never put in. */
  readonly requestParameters: Readonly<Record<string, unknown>> | null
  readonly responseElements: Readonly<Record<string, unknown>> | null
  readonly errorCode?: string
  readonly errorMessage?: string
  readonly resources?: readonly {
    readonly arn: string
    readonly accountId?: string
    readonly type?: string
  }[]
  readonly readOnly: boolean
  readonly category: 'Management' | 'Data'
  readonly additional?: Readonly<Record<string, unknown>>
  /** As CloudTrail names the kind of event; a call of an API where absent. */
  readonly eventType?: 'AwsApiCall' | 'AwsServiceEvent'
  /** What an event that is no call of an API says of itself. */
  readonly serviceEventDetails?: Readonly<Record<string, unknown>>
}

/** Who called, as an auditor sees it. */
export interface OutcomeCaller {
  readonly type: string
  readonly accountId?: string
  readonly arn?: string
  readonly principalId?: string
  readonly userName?: string
  readonly accessKeyId?: string
  /** DNS name of the AWS service that called on someone's behalf. */
  readonly invokedBy?: string
  /** The workforce user, for whom Identity Center or a session that it made acts. */
  readonly onBehalfOf?: { readonly userId: string; readonly identityStoreArn: string }
  /** Of a workforce user: which of their sign-ins or tokens this was. */
  readonly credentialId?: string
  readonly session?: {
    readonly issuerArn?: string
    readonly issuerId?: string
    readonly issuedAt: number
    readonly mfa: boolean
    readonly sourceIdentity?: string
  }
}
