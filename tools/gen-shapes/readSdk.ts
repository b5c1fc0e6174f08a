/**
 * Reads the schemas of an AWS SDK client (Apache-2.0), the second witness. It gives what botocore lacks:
 * the root elements of S3's answers, and operations newer than botocore's model.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type SdkSchema, type SdkTraits, sdkSchema, sdkTraits } from './sdkSchema.ts'

/** What a client says of its API. */
export interface SdkFacts {
  readonly operations: ReadonlyMap<string, SdkOperation>
  /** Error structures by name. */
  readonly errors: ReadonlyMap<string, SdkSchema>
}

export interface SdkSource extends SdkFacts {
  readonly client: string
  readonly version: string
  readonly sha256: string
}

export interface SdkOperation {
  /** Method and path as the SDK builds them: S3's without its bucket. */
  readonly http: SdkTraits['http']
  readonly input: SdkSchema
  readonly output: SdkSchema
}

export async function readSdk(client: string): Promise<SdkSource> {
  const name = `@aws-sdk/${client}`
  const exported: Record<string, unknown> = await import(name)
  const folder = folderOf(name)
  const schemas = readFileSync(join(folder, 'dist-es/schemas/schemas_0.js'))
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  return {
    client: name,
    version,
    sha256: createHash('sha256').update(schemas).digest('hex'),
    operations: new Map(Object.values(exported).filter(isOperation).map(entryOf)),
    errors: new Map(
      Object.values(exported)
        .filter(isError)
        .map((it) => [it[2], sdkSchema(it)]),
    ),
  }
}

/** The clients export no `package.json`: walk up from the main file. */
function folderOf(name: string): string {
  const main = createRequire(import.meta.url).resolve(name)
  return main.slice(0, main.lastIndexOf(name) + name.length)
}

/** An operation among a client's exports: tag 9, namespace, name, traits, input, output. */
function isOperation(
  value: unknown,
): value is readonly [9, string, string, unknown, unknown, unknown] {
  return Array.isArray(value) && value[0] === 9
}

/** Errors have tag -3. */
function isError(value: unknown): value is readonly [-3, string, string] {
  return Array.isArray(value) && value[0] === -3
}

function entryOf(
  schema: readonly [9, string, string, unknown, unknown, unknown],
): [string, SdkOperation] {
  const [, , name, traits, input, output] = schema
  const { http } = sdkTraits(traits)
  return [name, { http, input: sdkSchema(input), output: sdkSchema(output) }]
}
