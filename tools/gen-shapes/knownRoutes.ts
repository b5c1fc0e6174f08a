/**
 * The `known` column of a table: every operation of the real API. A REST operation carries its route
 * in the words of `kernel/protocol/rest/route.ts`: method, path, `?query` and `#header` that must be there,
 * `!` for a deprecated twin of the same route.
 */
import type { BotocoreModel, BotocoreOperation } from './readBotocore.ts'
import type { SdkFacts, SdkOperation } from './readSdk.ts'

interface Route {
  readonly name: string
  /** Method, path and fixed query. */
  readonly place: string
  /** Required members outside the body: they tell operations of one place apart. */
  readonly marks: readonly string[]
  readonly isDeprecated: boolean
}

/** Union of both sources: what only a newer SDK knows must be refused by name too. */
export function knownRoutes(model: BotocoreModel, sdk: SdkFacts): Record<string, string> {
  const isRest = model.metadata.protocol.startsWith('rest')
  const named = Object.entries(model.operations)
  const newer = [...sdk.operations].filter(([name]) => !Object.hasOwn(model.operations, name))
  const routes = [
    ...named.map(([name, operation]) => botocoreRoute(name, operation, model)),
    ...newer.map(([name, operation]) => sdkRoute(name, operation)),
  ].sort((a, b) => (a.name < b.name ? -1 : 1))
  return Object.fromEntries(routes.map((it) => [it.name, isRest ? written(it, routes) : '']))
}

/** Marks stand only where two operations share a place: a lone one is found, and then misses its parameter. */
function written({ name, place, marks, isDeprecated }: Route, all: readonly Route[]): string {
  const isShared = all.some((other) => other.place === place && other.name !== name)
  return [place, ...(isShared ? [...marks].sort() : []), ...(isDeprecated ? ['!'] : [])].join(' ')
}

function botocoreRoute(name: string, operation: BotocoreOperation, model: BotocoreModel): Route {
  const { members = {}, required = [] } = model.shapes[operation.input?.shape ?? ''] ?? {}
  const marks = required.flatMap((key) => {
    const { location, locationName } = members[key] ?? {}
    if (location === 'header') return [`#${locationName}`]
    return location === 'querystring' ? [`?${locationName}`] : []
  })
  const place = placeOf(operation.http.method, operation.http.requestUri)
  return { name, place, marks, isDeprecated: operation.deprecated === true }
}

/** The SDK keeps S3's bucket out of the path (it is in the host). */
function sdkRoute(name: string, { http, input }: SdkOperation): Route {
  const [method, uri] = http ?? ['POST', '/']
  const bucket = input.members.has('Bucket') && !uri.includes('{Bucket}') ? '/{Bucket}' : ''
  const path = bucket && /^\/(\?|$)/.test(uri) ? uri.slice(1) : uri
  const marks = [...input.members.values()].flatMap(({ required, traits }) => {
    if (required && traits.httpHeader) return [`#${traits.httpHeader}`]
    return required && traits.httpQuery ? [`?${traits.httpQuery}`] : []
  })
  return { name, place: placeOf(method, `${bucket}${path}`), marks, isDeprecated: false }
}

/** Without the SDK's `x-id`, which no client must send. */
function placeOf(method: string, uri: string): string {
  const [path = '/', query = ''] = uri.split('?')
  const fixed = query.split('&').filter((part) => part !== '' && !part.startsWith('x-id='))
  return [method, path, ...fixed.map((part) => `?${part}`)].join(' ')
}
