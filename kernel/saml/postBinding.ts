/** HTTP-POST: a message in a form field, in base64 (SAML bindings 3.5). */
import { base64Bytes } from './base64.ts'
import { messageBytes } from './parseXml.ts'
import { SamlRefusal } from './SamlRefusal.ts'

export function encodePost(xml: string): string {
  return Buffer.from(xml).toString('base64')
}

export function decodePost(value: string, maxBytes: number = messageBytes): Buffer {
  if (value.length > maxBytes * 2)
    throw new SamlRefusal('size', `the field has ${value.length} characters`)
  return base64Bytes(value, 'encoding', 'the message')
}
