/**
 * Which operation a REST request is: by method, path, query and headers, never by its body.
 * Routes come from the table's `known`, in these words: `PUT /{Bucket}/{Key+} #x-amz-copy-source ?uploadId`.
 */
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'
import { looseForm } from '../form.ts'

/** By method; within it places with more literal text come first. */
export type RouteTable = ReadonlyMap<string, readonly Place[]>

/** One path, and the operations that share it, most demanding first. */
export interface Place {
  readonly path: PathTemplate
  readonly routes: readonly Route[]
}

export interface Route {
  /** Twins (deprecated ones last) have all of a route in common. */
  readonly names: readonly string[]
  readonly queries: readonly { readonly name: string; readonly value: string | undefined }[]
  readonly headers: readonly string[]
}

export type PathTemplate = readonly PathSegment[]
export type PathSegment =
  | { readonly literal: string }
  | { readonly label: string; readonly greedy: boolean }

export function buildRoutes(known: Readonly<Record<string, string>>): RouteTable {
  const table = new Map<string, Map<string, Map<string, Route>>>()
  const entries = Object.entries(known).map(([name, text]) => ({ name, ...splitRoute(text) }))
  for (const { name, method, path, demands } of entries.sort(deprecatedLast)) {
    const places = getOrAdd(table, method, () => new Map())
    const routes = getOrAdd(places, path, () => new Map())
    const key = demands.join(' ')
    const twins = routes.get(key)?.names ?? []
    routes.set(key, { ...parseDemands(demands), names: [...twins, name] })
  }
  return new Map([...table].map(([method, places]) => [method, placesOf(places)]))
}

function splitRoute(text: string) {
  const [method = '', path = '', ...marks] = text.split(' ')
  const demands = marks.filter((mark) => mark !== '!')
  return { method, path, demands, isDeprecated: marks.includes('!') }
}

const deprecatedLast = (a: { isDeprecated: boolean }, b: { isDeprecated: boolean }): number =>
  Number(a.isDeprecated) - Number(b.isDeprecated)

function getOrAdd<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}

function parseDemands(demands: readonly string[]): Omit<Route, 'names'> {
  const queries = demands.filter((demand) => demand.startsWith('?')).map(parseQueryDemand)
  const headers = demands.filter((demand) => demand.startsWith('#'))
  return { queries, headers: headers.map((demand) => demand.slice(1).toLowerCase()) }
}

function parseQueryDemand(demand: string) {
  const [name = '', value] = demand.slice(1).split('=')
  return { name, value }
}

function placesOf(places: ReadonlyMap<string, ReadonlyMap<string, Route>>): Place[] {
  const sorted = [...places].sort(([a], [b]) => labelsIn(a) - labelsIn(b))
  return sorted.map(([path, routes]) => ({
    path: parsePath(path),
    routes: [...routes.values()].sort((a, b) => weight(b) - weight(a)),
  }))
}

const labelsIn = (path: string): number => path.split('{').length

/** A sub-resource in the query says more about what is asked than a header does. */
const weight = (route: Route): number => route.queries.length * 10 + route.headers.length

export function parsePath(path: string): PathTemplate {
  const segments = path.split('/').filter((segment) => segment !== '')
  return segments.map((segment) => {
    if (!segment.startsWith('{')) return { literal: segment }
    const greedy = segment.endsWith('+}')
    return { label: segment.slice(1, greedy ? -2 : -1), greedy }
  })
}

/** The operation's name, of those that the real API has; undefined where it has none for this request. */
export function findRoute(table: RouteTable, request: WireRequest): string | undefined {
  const places = table.get(request.method)
  if (!places) return undefined
  const query = looseForm(request.query)
  for (const { path, routes } of places) {
    if (!matchPath(path, request.path)) continue
    const found = routes.find((route) => isAnsweredBy(route, query, request))
    if (found) return chooseTwin(found, query)
  }
  return undefined
}

function isAnsweredBy(
  { queries, headers }: Route,
  query: ReadonlyMap<string, string>,
  request: WireRequest,
): boolean {
  for (const { name, value } of queries) {
    const given = query.get(name)
    if (given === undefined || (value !== undefined && given !== value)) return false
  }
  return headers.every((name) => header(request, name) !== undefined)
}

/**
 * ListBuckets and ListDirectoryBuckets differ by host alone, and a local endpoint has one host for all:
 * the SDK's `x-id` decides between twins, and only between them.
 */
function chooseTwin({ names }: Route, query: ReadonlyMap<string, string>): string | undefined {
  const hint = names.length > 1 ? query.get('x-id') : undefined
  return hint !== undefined && names.includes(hint) ? hint : names[0]
}

/** The raw text of each label, in order; undefined where the path is another. Nothing is decoded here. */
export function matchPath(template: PathTemplate, path: string): string[] | undefined {
  const labels: string[] = []
  let at = 0
  for (const segment of template) {
    if (path.charCodeAt(at) !== slash) return undefined
    const end = isGreedy(segment) ? path.length : endOfSegment(path, at + 1)
    const text = path.slice(at + 1, end)
    if ('literal' in segment ? segment.literal !== text : text === '') return undefined
    if ('label' in segment) labels.push(text)
    at = end
  }
  return isEnd(path, at) ? labels : undefined
}

const slash = 47
const isGreedy = (segment: PathSegment): boolean => 'greedy' in segment && segment.greedy

function endOfSegment(path: string, from: number): number {
  const next = path.indexOf('/', from)
  return next < 0 ? path.length : next
}

/** `PUT /bucket/` (the JavaScript SDK) is `PUT /bucket` (all others). */
function isEnd(path: string, at: number): boolean {
  return at === path.length || (at === path.length - 1 && path.charCodeAt(at) === slash)
}
