/** How an approval ended, or why it did not begin. */
import type { FastifyReply } from 'fastify'
import { explainPage } from '#kernel/http/recordPages.ts'
import { type MessageKind, messagePage } from '../pages/message.ts'
import { personOf } from '../pages/person.ts'
import { sendPage, type Visit } from '../visit.ts'

/** Of the CLI's way to a bucket. */
export const approvalHop = { number: 5, of: 12 } as const

export function deviceMessage(
  { request, lang, open }: Visit,
  reply: FastifyReply,
  kind: MessageKind,
  status: number,
): FastifyReply {
  if (status >= 400) explainPage(request)('refusal', { status, reason: kind })
  const person = open && personOf(open)
  return sendPage(reply, messagePage({ lang, kind, person, hop: approvalHop }), status)
}

const statusOf = { unknownCode: 404, tooManyCodes: 429 } as const

/** Of a code that leads to no client. */
export const notOpened = (visited: Visit, reply: FastifyReply, kind: keyof typeof statusOf) =>
  deviceMessage(visited, reply, kind, statusOf[kind])
