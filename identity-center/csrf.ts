/** Forms are only taken from pages that this session was given: their token is made of the session's cookie (OWASP, CSRF prevention). */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Nobody but the browser knows the cookie, so nobody else can make the token; and it opens nothing. */
export const csrfToken = (sessionToken: string): string =>
  createHmac('sha256', sessionToken).update('identity-center form').digest('base64url')

export function isCsrfToken(sessionToken: string, given: string): boolean {
  const [expected, found] = [Buffer.from(csrfToken(sessionToken)), Buffer.from(given)]
  return expected.length === found.length && timingSafeEqual(expected, found)
}
