/** A botocore model, and what the SDK adds to it, as the table of `kernel/protocol/model.ts`. */
import type {
  Member,
  MemberRef,
  OperationShape,
  ProtocolName,
  ServiceModel,
  Shape,
  TimestampFormat,
} from '#kernel/protocol/model.ts'
import { knownRoutes } from './knownRoutes.ts'
import type { BotocoreMember, BotocoreModel, BotocoreShape } from './readBotocore.ts'
import type { SdkFacts } from './readSdk.ts'
import type { ServiceRow } from './supported.ts'

/** Smithy's `s3UnwrappedXmlOutput`: neither botocore nor the SDK's schemas say it. */
const unwrapped: ReadonlySet<string> = new Set(['GetBucketLocation'])

/** Answers of S3 that the API reference shows as 204 No Content, and the models as 200. */
export const documentedStatus: ReadonlyMap<string, number> = new Map([
  ['s3 PutBucketPolicy', 204],
  ['s3 PutBucketTagging', 204],
])

const scalarTypes: ReadonlySet<string> = new Set([
  ...['string', 'boolean', 'integer', 'long', 'float', 'double', 'blob', 'timestamp', 'document'],
])

/** Optional facts: absent ones are left out of the table. */
function facts<T extends object>(pairs: { [K in keyof T]: T[K] | undefined | false }): T {
  return Object.fromEntries(
    Object.entries(pairs).filter(([, value]) => value !== undefined && value !== false),
  ) as T
}

export function buildTable(row: ServiceRow, source: BotocoreModel, sdk: SdkFacts): ServiceModel {
  const { metadata } = source
  const operations = Object.fromEntries(
    row.operations.map((name) => [name, operationShape(name, row, source, sdk)]),
  )
  return facts<ServiceModel>({
    service: row.botocore,
    protocol: metadata.protocol as ProtocolName,
    version: metadata.apiVersion,
    xmlns: metadata.xmlNamespace ?? s3Namespace(metadata),
    target: metadata.targetPrefix,
    jsonVersion: metadata.protocol === 'json' && (metadata.jsonVersion as '1.0' | '1.1'),
    signingName: metadata.signingName ?? metadata.endpointPrefix,
    operations,
    known: knownRoutes(source, sdk),
    shapes: reachableShapes(operations, source),
  })
}

/** botocore keeps S3's namespace on single members only; it is that of the API's version. */
function s3Namespace(metadata: BotocoreModel['metadata']): string | undefined {
  if (metadata.protocol !== 'rest-xml') return undefined
  return `http://${metadata.endpointPrefix}.amazonaws.com/doc/${metadata.apiVersion}/`
}

function operationShape(
  name: string,
  { botocore }: ServiceRow,
  source: BotocoreModel,
  sdk: SdkFacts,
): OperationShape {
  const operation = source.operations[name]
  if (!operation) throw new Error(`${name} is not in botocore's model`)
  const { method, requestUri, responseCode = 200 } = operation.http
  const output = operation.output?.shape
  return facts<OperationShape>({
    http: `${method} ${requestUri}`,
    input: operation.input?.shape,
    output,
    wrapper: operation.output?.resultWrapper,
    root: source.metadata.protocol === 'rest-xml' && rootElement(name, source, sdk),
    unwrapped: unwrapped.has(name),
    status: documentedStatus.get(`${botocore} ${name}`) ?? (responseCode !== 200 && responseCode),
    errors: operation.errors?.map(({ shape }) => shape),
    unsigned: operation.authtype === 'none',
  })
}

/** The root of an answer's XML: of the payload member where there is one, else the SDK's name of the output. */
function rootElement(name: string, source: BotocoreModel, sdk: SdkFacts): string | undefined {
  const output = source.shapes[source.operations[name]?.output?.shape ?? '']
  if (!output || output.payload) return undefined
  const inBody = Object.values(output.members ?? {}).some(({ location }) => !location)
  return inBody ? sdk.operations.get(name)?.output.traits.xmlName : undefined
}

function reachableShapes(
  operations: Readonly<Record<string, OperationShape>>,
  source: BotocoreModel,
): Record<string, Shape> {
  const found = new Map<string, Shape>()
  const visit = (name: string): void => {
    const shape = source.shapes[name]
    if (!shape || found.has(name) || isPlain(shape)) return
    found.set(name, tableShape(name, shape, source))
    for (const target of targetsOf(shape)) visit(target)
  }
  for (const { input, output, errors = [] } of Object.values(operations))
    for (const name of [input, output, ...errors]) if (name) visit(name)
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function targetsOf(shape: BotocoreShape): string[] {
  const members = [...Object.values(shape.members ?? {}), shape.key, shape.value, shape.member]
  return members.flatMap((member) => (member ? [member.shape] : []))
}

/** A scalar without facts of its own is called by its type. */
function isPlain(shape: BotocoreShape): boolean {
  const { type, min, max, pattern, timestampFormat, sensitive } = shape
  const facts = [min, max, pattern, shape.enum, timestampFormat, sensitive]
  return scalarTypes.has(type) && facts.every((fact) => fact === undefined)
}

function tableShape(name: string, shape: BotocoreShape, source: BotocoreModel): Shape {
  if (scalarTypes.has(name)) throw new Error(`shape ${name} hides a scalar type`)
  const { min, max } = shape
  const flat = shape.flattened && (true as const)
  const ref = (member: BotocoreMember | undefined) => memberRef('', member, source)
  if (shape.type === 'list')
    return facts<Shape>({ type: 'list', of: ref(shape.member), flat, min, max })
  if (shape.type === 'map')
    return facts<Shape>({
      type: 'map',
      key: ref(shape.key),
      value: ref(shape.value),
      flat,
      min,
      max,
    })
  return shape.type === 'structure' ? structureShape(name, shape, source) : scalarShape(shape)
}

function structureShape(name: string, shape: BotocoreShape, source: BotocoreModel): Shape {
  const members = Object.entries(shape.members ?? {})
  return facts<Shape>({
    type: 'structure',
    required: shape.required?.length ? shape.required : undefined,
    payload: shape.payload,
    union: shape.union && (true as const),
    ns: namespace(shape),
    error: shape.exception && errorFacts(name, shape),
    members: Object.fromEntries(
      members.map(([key, member]) => [key, memberRef(key, member, source)]),
    ),
  })
}

/** botocore leaves the status out where it is the default: 400, and 500 for a fault of the service. */
function errorFacts(name: string, { error, fault }: BotocoreShape) {
  const isFault = fault === true || error?.fault === true
  return {
    code: error?.code ?? name,
    status: error?.httpStatusCode ?? (isFault ? 500 : 400),
    ...(isFault ? { fault: true as const } : {}),
  }
}

function scalarShape(shape: BotocoreShape): Shape {
  return facts<Shape>({
    type: shape.type as 'string',
    min: shape.min,
    max: shape.max,
    pattern: shape.pattern,
    enum: shape.enum,
    format: shape.timestampFormat as TimestampFormat | undefined,
    sensitive: shape.sensitive && (true as const),
  })
}

function memberRef(
  name: string,
  member: BotocoreMember | undefined,
  source: BotocoreModel,
): MemberRef {
  if (!member) throw new Error('INVARIANT: a list without member, or a map without key and value')
  const target = source.shapes[member.shape]
  if (!target) throw new Error(`INVARIANT: shape ${member.shape} is not in the model`)
  const { locationName } = member
  const at = (location: BotocoreMember['location']) => member.location === location && locationName
  const described = facts<Member>({
    shape: isPlain(target) ? target.type : member.shape,
    name: !member.location && locationName !== name && locationName,
    queryName: member.queryName,
    header: at('header'),
    prefix: at('headers'),
    query: at('querystring'),
    uri: at('uri'),
    statusCode: member.location === 'statusCode',
    attr: member.xmlAttribute === true,
    flat: member.flattened === true,
    stream: (member.streaming ?? target.streaming) === true,
    token: member.idempotencyToken === true,
    format: member.timestampFormat as TimestampFormat | undefined,
    ns: namespace(member),
  })
  return Object.keys(described).length === 1 ? described.shape : described
}

function namespace({ xmlNamespace }: Pick<BotocoreShape, 'xmlNamespace'>) {
  return xmlNamespace && ([xmlNamespace.prefix ?? '', xmlNamespace.uri] as const)
}
