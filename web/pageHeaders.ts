/** The headers of a page: it loads nothing, runs only its own script, sits in no frame, and posts only where it says (CSP Level 3). */
import { createHash } from 'node:crypto'

export interface PagePolicy {
  readonly styles: string
  readonly script?: string | undefined
  /** Origins that its forms may post to, beside its own. */
  readonly formOrigins?: readonly string[] | undefined
}

export function pageHeaders(policy: PagePolicy): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(policy),
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
}

function contentSecurityPolicy({ styles, script, formOrigins = [] }: PagePolicy): string {
  return [
    "default-src 'none'",
    `style-src ${hash(styles)}`,
    script === undefined ? undefined : `script-src ${hash(script)}`,
    ['form-action', "'self'", ...formOrigins].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
    .filter((directive) => directive !== undefined)
    .join('; ')
}

/** An inline style or script is allowed by the hash of its text, so that none can be slipped in. */
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
