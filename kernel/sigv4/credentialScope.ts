/** The credential scope: day, region and service for which a signing key is good. */

export interface CredentialScope {
  /** `20261105` */
  readonly date: string
  readonly region: string
  readonly service: string
}

/** What a client wrote in `Credential=`; nothing in it is checked yet. */
export interface Credential extends CredentialScope {
  readonly accessKeyId: string
  readonly terminator: string
}

/** Last part of every scope; it names the version of the key derivation. */
export const TERMINATOR = 'aws4_request'

export const printScope = ({ date, region, service }: CredentialScope) =>
  `${date}/${region}/${service}/${TERMINATOR}`

/** `AKID/date/region/service/aws4_request`; undefined where it has not exactly five parts. */
export function parseCredential(text: string): Credential | undefined {
  const parts = text.split('/', 6)
  if (parts.length !== 5) return undefined
  const [accessKeyId, date, region, service, terminator] = parts
  return {
    accessKeyId: accessKeyId!,
    date: date!,
    region: region!,
    service: service!,
    terminator: terminator!,
  }
}
