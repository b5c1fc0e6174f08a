/**
 * The teaching signer: Signature Version 4 by another hand than ours (`@smithy/signature-v4`). Scenarios use it to
 * compute again, from a recorded request, the signature that the client sent.
 */
import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'

export interface TaughtCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

export interface TaughtRequest {
  readonly method: string
  /** Path and query as sent. */
  readonly target: string
  /** Those that the client says it signed. */
  readonly headers: Readonly<Record<string, string>>
  readonly region: string
  readonly service: string
  /** As in `X-Amz-Date`. */
  readonly amzDate: string
}

/** The signature in hexadecimal. */
export async function signAgain(
  request: TaughtRequest,
  credentials: TaughtCredentials,
): Promise<string> {
  const { method, target, region, service, amzDate } = request
  const [path = '/', query = ''] = target.split('?')
  const signer = new SignatureV4({
    credentials: plain(credentials),
    region,
    service,
    sha256: Sha256,
    uriEscapePath: service !== 's3',
    applyChecksum: false,
  })
  const headers = { ...request.headers, 'x-amz-date': amzDate }
  const signed = await signer.sign(
    {
      method,
      protocol: 'http:',
      hostname: '127.0.0.1',
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers,
    },
    { signingDate: dateOf(amzDate), signableHeaders: new Set(Object.keys(headers)) },
  )
  return /Signature=([0-9a-f]{64})/.exec(signed.headers['authorization'] ?? '')?.[1] ?? ''
}

const plain = ({ accessKeyId, secretAccessKey, sessionToken }: TaughtCredentials) => ({
  accessKeyId,
  secretAccessKey,
  ...(sessionToken !== undefined && { sessionToken }),
})

const dateOf = (amzDate: string): Date =>
  new Date(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
