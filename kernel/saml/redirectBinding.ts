/** HTTP-Redirect: a message in a URL, deflated and in base64 (SAML bindings 3.4). For requests; Responses go by POST. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { base64Bytes } from './base64.ts'
import { messageBytes } from './parseXml.ts'
import { SamlRefusal } from './SamlRefusal.ts'

export interface RedirectMessage {
  readonly location: string
  readonly parameter: 'SAMLRequest' | 'SAMLResponse'
  readonly xml: string
  readonly relayState?: string | undefined
}

/** The URL to which the browser is sent. */
export function encodeRedirect({ location, parameter, xml, relayState }: RedirectMessage): string {
  const url = new URL(location)
  url.searchParams.set(parameter, deflateRawSync(xml).toString('base64'))
  if (relayState !== undefined) url.searchParams.set('RelayState', relayState)
  return url.href
}

/** The XML in a query parameter (already percent-decoded). The limit holds for what comes out, not for what came in. */
export function decodeRedirect(value: string, maxBytes: number = messageBytes): Buffer {
  if (value.length > maxBytes * 2)
    throw new SamlRefusal('size', `the parameter has ${value.length} characters`)
  const deflated = base64Bytes(value, 'encoding', 'the message')
  try {
    return inflateRawSync(deflated, { maxOutputLength: maxBytes })
  } catch (error) {
    if (isTooLarge(error))
      throw new SamlRefusal('size', `the message inflates to more than ${maxBytes} bytes`)
    throw new SamlRefusal('encoding', 'the message is not deflated')
  }
}

const isTooLarge = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
