/** The website endpoint speaks to browsers: documents as they are, and refusals as pages (S3's own, without ornament). */
import { STATUS_CODES } from 'node:http'
import type { Protocol } from '#kernel/protocol/protocol.ts'
import { restXml } from '#kernel/protocol/restXml.ts'
import { isWebsiteRequest } from './isWebsiteRequest.ts'

export const websiteProtocol: Protocol = {
  ...restXml,
  identify: (api, request) =>
    isWebsiteRequest(request) ? restXml.identify(api, request) : undefined,
  fail(api, error, context) {
    const answer = restXml.fail(api, error, context)
    const parts = { Code: error.code, Message: error.message, ...error.members }
    const ids = { RequestId: context.requestId, HostId: context.hostId ?? '' }
    return {
      ...answer,
      headers: { ...answer.headers, 'Content-Type': 'text/html; charset=utf-8' },
      body: context.head ? answer.body : Buffer.from(pageOf(error.status, { ...parts, ...ids })),
    }
  },
}

function pageOf(status: number, parts: Readonly<Record<string, string | number>>): string {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`
  const items = Object.entries(parts).map(
    ([name, value]) => `<li>${name}: ${escaped(String(value))}</li>`,
  )
  return [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<h1>${title}</h1>`,
    '<ul>',
    ...items,
    '</ul>',
    '<hr/>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** A key is whatever its author wanted it to be: on a page it is text. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
