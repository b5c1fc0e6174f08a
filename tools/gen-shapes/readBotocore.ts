/** Reads a service model of an installed botocore (Apache-2.0): its JSON only, no Python of it is run. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export interface BotocoreMember {
  readonly shape: string
  readonly location?: 'header' | 'headers' | 'querystring' | 'uri' | 'statusCode'
  readonly locationName?: string
  readonly queryName?: string
  readonly xmlAttribute?: boolean
  readonly xmlNamespace?: { readonly uri: string; readonly prefix?: string }
  readonly flattened?: boolean
  readonly streaming?: boolean
  readonly idempotencyToken?: boolean
  readonly timestampFormat?: string
}

export interface BotocoreShape {
  readonly type: string
  readonly members?: Readonly<Record<string, BotocoreMember>>
  readonly required?: readonly string[]
  readonly payload?: string
  readonly union?: boolean
  readonly xmlNamespace?: { readonly uri: string; readonly prefix?: string }
  readonly exception?: boolean
  readonly fault?: boolean
  readonly error?: {
    readonly code?: string
    readonly httpStatusCode?: number
    readonly fault?: boolean
  }
  readonly member?: BotocoreMember
  readonly key?: BotocoreMember
  readonly value?: BotocoreMember
  readonly flattened?: boolean
  readonly streaming?: boolean
  readonly sensitive?: boolean
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly timestampFormat?: string
}

export interface BotocoreOperation {
  readonly http: {
    readonly method: string
    readonly requestUri: string
    readonly responseCode?: number
  }
  readonly input?: { readonly shape: string }
  readonly output?: { readonly shape: string; readonly resultWrapper?: string }
  readonly errors?: readonly { readonly shape: string }[]
  readonly authtype?: string
  readonly deprecated?: boolean
}

export interface BotocoreModel {
  readonly metadata: {
    readonly apiVersion: string
    readonly endpointPrefix: string
    readonly signingName?: string
    readonly protocol: string
    readonly xmlNamespace?: string
    readonly targetPrefix?: string
    readonly jsonVersion?: string
  }
  readonly operations: Readonly<Record<string, BotocoreOperation>>
  readonly shapes: Readonly<Record<string, BotocoreShape>>
}

export interface BotocoreSource {
  readonly model: BotocoreModel
  /** Of the uncompressed JSON: packagers compress anew. */
  readonly sha256: string
}

export interface Botocore {
  readonly version: string
  read(service: string, apiVersion: string): BotocoreSource
}

const whereIs = 'import botocore; print(botocore.__file__); print(botocore.__version__)'

/** The installed botocore, or undefined where Python or botocore is absent. */
export function findBotocore(): Botocore | undefined {
  const asked = spawnSync('python3', ['-c', whereIs], { encoding: 'utf8' })
  const [file, version] = (asked.stdout ?? '').split('\n')
  if (asked.status !== 0 || !file || !version) return undefined
  const data = join(dirname(file), 'data')
  return {
    version,
    read: (service, apiVersion) => readModel(join(data, service, apiVersion, 'service-2.json')),
  }
}

function readModel(path: string): BotocoreSource {
  const json = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`))
  const model: BotocoreModel = JSON.parse(json.toString('utf8'))
  return { model, sha256: createHash('sha256').update(json).digest('hex') }
}
