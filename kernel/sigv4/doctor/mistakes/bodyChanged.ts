/** The body is not the one that was signed: another hash was declared, or a newline came or went on the way. */
import { sha256Hex } from '../../sha256Hex.ts'
import { mistake, signing } from '../mistake.ts'
import type { SentRequest } from '../sentRequest.ts'

/** Longer ones are not hashed again: that could take longer than anybody wants to wait. */
const longest = 65_536

export const bodyChanged = mistake('bodyChanged', (input, sent) =>
  [sent.declaredHash, ...nearBodies(sent).map(sha256Hex)].flatMap((payloadHash) =>
    payloadHash === undefined ? [] : [signing(input, { payloadHash })],
  ),
)

function nearBodies({ body }: SentRequest): Uint8Array[] {
  if (body.length === 0 || body.length > longest) return []
  const newline = Buffer.from('\n')
  const text = body.toString('latin1')
  const others = [text.replace(/\r?\n$/, ''), text.replaceAll('\r\n', '\n')]
  return [
    body,
    Buffer.concat([body, newline]),
    ...others.map((other) => Buffer.from(other, 'latin1')),
  ]
}
