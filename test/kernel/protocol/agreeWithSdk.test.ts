/**
 * Two sources, one wire: the table (from botocore) against the schemas inside the SDK's clients,
 * over everything that our operations reach.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import type {
  LinkedApi,
  LinkedMember,
  LinkedShape,
  LinkedStructure,
} from '#kernel/protocol/link.ts'
import { documentedStatus } from '../../../tools/gen-shapes/buildTable.ts'
import { readSdk, type SdkOperation } from '../../../tools/gen-shapes/readSdk.ts'
import type { SdkMember, SdkSchema } from '../../../tools/gen-shapes/sdkSchema.ts'
import { apis } from './fixture/apis.ts'

/** Where the sources differ, and why ours stands. */
const known: readonly string[] = [
  // The SDK turns the header's text into a date; S3 keeps and returns what was sent.
  'PutObjectRequest.Expires kind',
  'GetObjectOutput.Expires kind',
  'HeadObjectOutput.Expires kind',
]

interface Walk {
  readonly api: LinkedApi
  readonly seen: Set<string>
  readonly differences: string[]
}

describe.each(apis.map((api) => ({ api, service: api.model.service })))('$service', ({ api }) => {
  const { service } = api.model
  let sdk: ReadonlyMap<string, SdkOperation>
  let errors: ReadonlyMap<string, SdkSchema>
  beforeAll(async () => {
    const source = await readSdk(`client-${service}`)
    sdk = source.operations
    errors = source.errors
  })

  test.each([...api.operations.keys()])('%s is the same for both', (name) => {
    const operation = api.operations.get(name)!
    const other = sdk.get(name)!
    const walk: Walk = { api, seen: new Set(), differences: [] }
    compareStructures(operation.input, other.input, walk)
    compareStructures(operation.output, other.output, walk)
    expect(walk.differences.filter((text) => !known.includes(text))).toEqual([])
    expect(walk.seen.size).toBeGreaterThan(0)
    if (!other.http) return
    const status = documentedStatus.get(`${service} ${name}`) ?? other.http[2]
    expect([operation.method, operation.status]).toEqual([other.http[0], status])
  })

  test('errors have the same code and status for both', () => {
    const ours = Object.entries(api.model.shapes).flatMap(([name, shape]) =>
      shape.type === 'structure' && shape.error ? [[name, shape.error] as const] : [],
    )
    const differ = ours.filter(([name, { code, status }]) => {
      const { awsQueryError = [name, 400], httpError } = errors.get(name)?.traits ?? {}
      return code !== awsQueryError[0] || status !== (httpError ?? awsQueryError[1])
    })
    expect(ours.length).toBeGreaterThan(0)
    expect(differ).toEqual([])
  })
})

function compareStructures(ours: LinkedStructure, theirs: SdkSchema, walk: Walk): void {
  if (walk.seen.has(ours.name)) return
  walk.seen.add(ours.name)
  const names = new Set([...ours.members.map(({ name }) => name), ...theirs.members.keys()])
  for (const name of names) {
    const member = ours.members.find((it) => it.name === name)
    const other = theirs.members.get(name)
    if (member && other) compareMembers(ours, member, other, walk)
    else if (member) walk.differences.push(`${ours.name}.${name} is not in the SDK`)
    // Members that only a newer SDK has are ignored on the wire, like those of any newer client.
  }
}

function compareMembers(
  owner: LinkedStructure,
  ours: LinkedMember,
  theirs: SdkMember,
  walk: Walk,
): void {
  const schema = theirs.schema()
  const differ = (what: string, a: unknown, b: unknown): void => {
    if (a !== b) walk.differences.push(`${owner.name}.${ours.name} ${what}`)
  }
  const { traits } = theirs
  differ('required', ours.required, theirs.required)
  differ('kind', kindOf(ours.shape), schema.kind)
  differ('place', placeOf(ours), sdkPlaceOf(theirs))
  if (ours.place === 'header') differ('header', ours.boundKey, traits.httpHeader?.toLowerCase())
  if (ours.place === 'query') differ('query', ours.bound, traits.httpQuery)
  if (ours.place === 'prefix')
    differ('prefix', ours.boundKey, traits.httpPrefixHeaders?.toLowerCase())
  if (ours.place === 'body')
    differ('name', ours.wire, traits.xmlName ?? traits.jsonName ?? ours.name)
  differ('flat', ours.flat, traits.xmlFlattened === 1)
  differ('payload', owner.payload === ours, traits.httpPayload === 1)
  differ('token', false, traits.idempotencyToken === 1)
  if (schema.timestamp) differ('timestamp', ours.format, schema.timestamp)
  if (schema.traits.sensitive) differ('sensitive', ours.sensitive, true)
  compareShapes(ours.shape, schema, walk)
}

function compareShapes(ours: LinkedShape, theirs: SdkSchema, walk: Walk): void {
  if (ours.type === 'structure' && theirs.kind === 'structure')
    compareStructures(ours, theirs, walk)
  if (ours.type === 'list' && theirs.of) {
    const name = theirs.of.traits.xmlName ?? 'member'
    if (ours.of.wire !== name) walk.differences.push(`${ours.name} items`)
    compareShapes(ours.of.shape, theirs.of, walk)
  }
  if (ours.type === 'map' && theirs.of) compareShapes(ours.value.shape, theirs.of, walk)
}

function kindOf({ type }: LinkedShape): string {
  return ['integer', 'long', 'float', 'double'].includes(type) ? 'number' : type
}

const placeOf = ({ place }: LinkedMember): string => place

function sdkPlaceOf({ traits }: SdkMember): string {
  if (traits.httpHeader) return 'header'
  if (traits.httpQuery) return 'query'
  if (traits.httpPrefixHeaders) return 'prefix'
  if (traits.httpLabel) return 'uri'
  return traits.xmlAttribute ? 'attribute' : 'body'
}
