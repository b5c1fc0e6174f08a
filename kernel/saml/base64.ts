/** Base64 of SAML messages and signatures: white space is allowed (XML wraps lines), every other liberty is not. */
import { type SamlCheck, SamlRefusal } from './SamlRefusal.ts'

export function base64Bytes(text: string, check: SamlCheck, what: string): Buffer {
  const compact = text.replace(/[\t\n\r ]/g, '')
  const bytes = Buffer.from(compact, 'base64')
  // Node skips what it does not know; only the one true spelling of these bytes passes.
  if (bytes.toString('base64') !== compact) throw new SamlRefusal(check, `${what} is not base64`)
  return bytes
}
