/**
 * The schemas inside an AWS SDK client, as plain descriptions. The SDK writes them as tuples:
 * `[tag, namespace, name, traits, …]`, a number for a primitive, a pair `[schema, traits]` for a member.
 */

export interface SdkTraits {
  readonly http?: readonly [method: string, uri: string, status: number]
  readonly httpHeader?: string
  readonly httpPrefixHeaders?: string
  readonly httpQuery?: string
  readonly xmlName?: string
  readonly xmlFlattened?: 1
  readonly xmlAttribute?: 1
  readonly xmlNamespace?: readonly [prefix: string, uri: string] | readonly [uri: string]
  readonly jsonName?: string
  readonly httpError?: number
  readonly awsQueryError?: readonly [code: string, status: number]
  readonly httpLabel?: 1
  readonly httpPayload?: 1
  readonly httpResponseCode?: 1
  readonly idempotencyToken?: 1
  readonly sensitive?: 1
}

export type SdkKind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'timestamp'
  | 'document'
  | 'blob'
  | 'list'
  | 'map'
  | 'structure'

export interface SdkSchema {
  readonly kind: SdkKind
  readonly name: string
  readonly traits: SdkTraits
  readonly timestamp?: 'iso8601' | 'rfc822' | 'unixTimestamp'
  readonly stream?: true
  readonly union?: true
  /** Structures only; required members come first in the SDK's order. */
  readonly members: ReadonlyMap<string, SdkMember>
  /** Element of a list, value of a map. */
  readonly of?: SdkSchema
}

export interface SdkMember {
  readonly schema: () => SdkSchema
  /** The member's own traits over those of its target. */
  readonly traits: SdkTraits
  readonly required: boolean
}

const primitives: Readonly<Record<number, Pick<SdkSchema, 'kind' | 'timestamp' | 'stream'>>> = {
  0: { kind: 'string' },
  1: { kind: 'number' },
  2: { kind: 'boolean' },
  4: { kind: 'timestamp' },
  5: { kind: 'timestamp', timestamp: 'iso8601' },
  6: { kind: 'timestamp', timestamp: 'rfc822' },
  7: { kind: 'timestamp', timestamp: 'unixTimestamp' },
  15: { kind: 'document' },
  17: { kind: 'number' },
  19: { kind: 'number' },
  21: { kind: 'blob' },
  42: { kind: 'blob', stream: true },
}

/** Traits that the SDK packs into a number, lowest bit first. */
const flags = [
  'httpLabel',
  'idempotent',
  'idempotencyToken',
  'sensitive',
  'httpPayload',
  'httpResponseCode',
  'httpQueryParams',
] as const

const noMembers: ReadonlyMap<string, SdkMember> = new Map()

export function sdkSchema(raw: unknown): SdkSchema {
  const schema = typeof raw === 'function' ? raw() : raw
  if (schema === 'unit') return { kind: 'structure', name: 'Unit', traits: {}, members: noMembers }
  if (typeof schema === 'number') return primitive(schema)
  if (!Array.isArray(schema)) throw new Error('INVARIANT: not a schema of the SDK')
  const [tag, , name, rawTraits] = schema
  const traits = sdkTraits(rawTraits)
  if (tag === 0) return { ...sdkSchema(schema[4]), name, traits }
  if (tag === 1) return { kind: 'list', name, traits, members: noMembers, of: target(schema[4]) }
  if (tag === 2) return { kind: 'map', name, traits, members: noMembers, of: target(schema[5]) }
  const structure: SdkSchema = { kind: 'structure', name, traits, members: membersOf(schema) }
  return tag === 4 ? { ...structure, union: true } : structure
}

function primitive(code: number): SdkSchema {
  if (code >= 128) return { ...collection('map'), of: primitive(code - 128) }
  if (code >= 64) return { ...collection('list'), of: primitive(code - 64) }
  const known = primitives[code]
  if (!known) throw new Error(`INVARIANT: primitive ${code} of the SDK is unknown`)
  return { ...known, name: known.kind, traits: {}, members: noMembers }
}

const collection = (kind: 'list' | 'map'): SdkSchema => ({
  kind,
  name: kind,
  traits: {},
  members: noMembers,
})

/** A member or element: its own traits win over those of what it points at. */
function target(raw: unknown): SdkSchema {
  if (!isPair(raw)) return sdkSchema(raw)
  const schema = sdkSchema(raw[0])
  return { ...schema, traits: { ...schema.traits, ...sdkTraits(raw[1]) } }
}

function membersOf(schema: readonly unknown[]): ReadonlyMap<string, SdkMember> {
  const names = schema[4] as readonly string[]
  const schemas = schema[5] as readonly unknown[]
  const required = typeof schema[6] === 'number' ? schema[6] : 0
  return new Map(names.map((name, at) => [name, memberOf(schemas[at], at < required)]))
}

/** Targets are resolved late: shapes refer to themselves. */
function memberOf(raw: unknown, required: boolean): SdkMember {
  const own = isPair(raw) ? sdkTraits(raw[1]) : {}
  return { schema: () => target(raw), traits: own, required }
}

function isPair(raw: unknown): raw is readonly [unknown, unknown] {
  return Array.isArray(raw) && raw.length === 2
}

export function sdkTraits(raw: unknown): SdkTraits {
  if (typeof raw === 'object' && raw !== null) return raw
  const packed = typeof raw === 'number' ? raw : 0
  return Object.fromEntries(flags.filter((_, bit) => (packed >> bit) & 1).map((flag) => [flag, 1]))
}
