/** The table that describes an AWS API: plain data, generated into each service's `model/shapes.ts`. */

export type ProtocolName = 'query' | 'ec2' | 'rest-xml' | 'rest-json' | 'json'

export interface ServiceModel {
  readonly service: string
  readonly protocol: ProtocolName
  readonly version: string
  /** XML namespace of answers (query, rest-xml). */
  readonly xmlns?: string
  /** Prefix of `X-Amz-Target` (json). */
  readonly target?: string
  readonly jsonVersion?: '1.0' | '1.1'
  /** Name in the credential scope. */
  readonly signingName: string
  readonly operations: Readonly<Record<string, OperationShape>>
  /** Every operation of the real API, also those that we lack: for REST its route, else an empty string. */
  readonly known: Readonly<Record<string, string>>
  readonly shapes: Readonly<Record<string, Shape>>
}

export interface OperationShape {
  /** `GET /{Bucket}?list-type=2`. */
  readonly http: string
  readonly input?: string
  readonly output?: string
  /** Element around the result (query: `AssumeRoleResult`). */
  readonly wrapper?: string
  /** Root element of the answer's body (rest-xml: `ListBucketResult`). */
  readonly root?: string
  /** The body's root element is the output's only member (S3 GetBucketLocation). */
  readonly unwrapped?: true
  readonly status?: number
  readonly errors?: readonly string[]
  /** Not signed by clients (botocore `authtype: none`). */
  readonly unsigned?: true
}

/** A member without facts of its own is just the name of its shape. */
export type MemberRef = string | Member

export interface Member {
  readonly shape: string
  /** Name on the wire where it differs from the member's. */
  readonly name?: string
  /** Name in an EC2 form where it is not the capitalised wire name. */
  readonly queryName?: string
  readonly header?: string
  readonly prefix?: string
  readonly query?: string
  readonly uri?: string
  readonly statusCode?: true
  readonly attr?: true
  readonly flat?: true
  readonly stream?: true
  readonly sensitive?: true
  readonly token?: true
  readonly format?: TimestampFormat
  readonly ns?: readonly [prefix: string, uri: string]
}

export type TimestampFormat = 'iso8601' | 'rfc822' | 'unixTimestamp'

export type Shape = StructureShape | ListShape | MapShape | ScalarShape

export interface StructureShape {
  readonly type: 'structure'
  readonly members: Readonly<Record<string, MemberRef>>
  readonly required?: readonly string[]
  /** The member that is the whole body. */
  readonly payload?: string
  readonly union?: true
  readonly ns?: readonly [prefix: string, uri: string]
  readonly error?: { readonly code: string; readonly status: number; readonly fault?: true }
}

export interface ListShape extends Bounds {
  readonly type: 'list'
  readonly of: MemberRef
  readonly flat?: true
}

export interface MapShape extends Bounds {
  readonly type: 'map'
  readonly key: MemberRef
  readonly value: MemberRef
  readonly flat?: true
}

export interface ScalarShape extends Bounds {
  readonly type:
    | 'string'
    | 'boolean'
    | 'integer'
    | 'long'
    | 'float'
    | 'double'
    | 'blob'
    | 'timestamp'
    | 'document'
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly format?: TimestampFormat
  readonly sensitive?: true
}

export interface Bounds {
  readonly min?: number
  readonly max?: number
}

/** What no model holds, kept by hand: one row a service. */
export interface ServiceTraits {
  /** Seconds (`2026-11-24T15:30:35Z`) or milliseconds (`….000Z`) in XML dates. */
  readonly xmlDates: 'seconds' | 'milliseconds'
  /** Elements of an answer on lines of their own (STS, IAM), or one line (S3). */
  readonly xmlLayout: 'indented' | 'compact'
  /** Code of a failed constraint; null where the service has its own wording (S3, EC2). */
  readonly validationCode: 'ValidationError' | 'ValidationException' | null
  /** Order of findings inside one member. */
  readonly constraintOrder: readonly ('pattern' | 'length' | 'range' | 'enum')[]
  /** Header that carries the request id. */
  readonly requestIdHeader: string
  /** Headers of every answer (`Server: AmazonS3`). */
  readonly headers: Readonly<Record<string, string>>
  /** Refusals that come before any operation's own. */
  readonly refusals: RefusalTraits
  /** What follows the code in `x-amzn-ErrorType` (rest-json). */
  readonly errorTypeSuffix?: string
  /** Prefix of `__type` in an error's body; without it the body has none (rest-json). */
  readonly errorNamespace?: string
  /** How CloudTrail names parameters: members (most), wire names and `{items}` (EC2), as sent (S3). */
  readonly auditStyle: 'members' | 'ec2' | 's3'
  /** Text in CloudTrail for a sensitive value; without it such a member is left out. */
  readonly auditMask?: string
}

/** An error whose text may hold `{name}`-style blanks, filled by the protocol. */
export interface RefusalTemplate {
  readonly code: string
  readonly status: number
  readonly message: string
  readonly members?: Readonly<Record<string, string>>
}

export interface RefusalTraits {
  /** No operation of this API: `{operation}` and `{version}` (query), `{method}` (rest). */
  readonly unknown: RefusalTemplate
  /** No `Action` at all (query). */
  readonly missing?: RefusalTemplate
  /** An operation of the API that this sandbox lacks: `{operation}`. */
  readonly notImplemented: RefusalTemplate
  /** The body is not of its format, or not of the operation's shape. */
  readonly malformedBody: RefusalTemplate
  /** A path or query string that cannot be decoded. */
  readonly malformedUri: RefusalTemplate
  /** A value of the wrong type outside an XML or JSON body: `{name}` and `{value}`. */
  readonly malformedValue: RefusalTemplate
}
