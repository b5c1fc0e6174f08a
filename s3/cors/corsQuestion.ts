/** What a request asks of CORS (Fetch standard); undefined where no browser sent it from another origin. */
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'
import type { CorsQuestion } from './matchCors.ts'

export function corsQuestion(request: WireRequest): CorsQuestion | undefined {
  const origin = header(request, 'origin')
  const isPreflight = request.method === 'OPTIONS'
  const method = isPreflight ? header(request, 'access-control-request-method') : request.method
  if (origin === undefined || method === undefined) return undefined
  const names = isPreflight ? (header(request, 'access-control-request-headers') ?? '') : ''
  const headers = names.split(',').map((name) => name.trim().toLowerCase())
  return { origin, method, headers: headers.filter((name) => name !== '') }
}
