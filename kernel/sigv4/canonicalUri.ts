/** Second line of the canonical request: the path (SigV4, "Create a canonical request", CanonicalUri). */
import type { CanonicalStyle } from './signatureStyle.ts'
import { PATH, uriEncode, uriRecode } from './uriEncode.ts'

export function canonicalUri(path: string, style: CanonicalStyle): string {
  if (path === '' || path === '/') return '/'
  // An object key may hold `//`, `.` and `..`: S3 must not touch them, or two keys would become one.
  // SIMPLIFICATION: S3 takes an unescaped `+` in a path for a space; here it is a plus, as in any URI.
  if (style === 's3') return uriRecode(path, PATH)
  // The path on the wire is encoded once already; encoding it as it stands is the second time.
  return uriEncode(withoutDotSegments(path), PATH)
}

/** RFC 3986 5.2.4 as AWS applies it: empty segments go as well, and `..` leaves no slash behind. */
export function withoutDotSegments(path: string): string {
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment === '..') segments.pop()
    else segments.push(segment)
  }
  const closing = segments.length > 0 && path.endsWith('/') ? '/' : ''
  return `/${segments.join('/')}${closing}`
}
