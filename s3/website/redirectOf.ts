/** Where a website sends a request instead of answering it (S3 User Guide, "Configuring a webpage redirect"). */
import type { RoutingRule, WebsiteConfiguration } from '../model/shapes.ts'

export interface Redirected {
  readonly Status: number
  readonly Location: string
}

export interface WebsiteHit {
  readonly key: string
  /** The website's own host, as the browser named it. */
  readonly host: string
}

/** All requests, of a site that only sends on. */
export function redirectOfAll(
  { RedirectAllRequestsTo: target }: WebsiteConfiguration,
  { key }: WebsiteHit,
): Redirected | undefined {
  if (!target) return undefined
  return {
    Status: 301,
    Location: `${target.Protocol ?? 'http'}://${target.HostName}/${keyPath(key)}`,
  }
}

/** `status`: what the answer would be; undefined before that is known. The first rule that fits counts. */
export function redirectByRule(
  { RoutingRules: rules = [] }: WebsiteConfiguration,
  hit: WebsiteHit,
  status: number | undefined,
): Redirected | undefined {
  const rule = rules.find((candidate) => fits(candidate, hit.key, status))
  return rule && redirected(rule, hit)
}

function fits({ Condition = {} }: RoutingRule, key: string, status: number | undefined): boolean {
  const { HttpErrorCodeReturnedEquals: code, KeyPrefixEquals: prefix = '' } = Condition
  return key.startsWith(prefix) && code === status?.toString()
}

function redirected({ Redirect, Condition }: RoutingRule, { key, host }: WebsiteHit): Redirected {
  const { Protocol = 'http', HostName = host, HttpRedirectCode = '301' } = Redirect
  const target = replacedKey(Redirect, key, Condition?.KeyPrefixEquals ?? '')
  return {
    Status: Number(HttpRedirectCode),
    Location: `${Protocol}://${HostName}/${keyPath(target)}`,
  }
}

function replacedKey(
  { ReplaceKeyWith, ReplaceKeyPrefixWith }: RoutingRule['Redirect'],
  key: string,
  prefix: string,
): string {
  if (ReplaceKeyWith !== undefined) return ReplaceKeyWith
  if (ReplaceKeyPrefixWith === undefined) return key
  return ReplaceKeyPrefixWith + key.slice(prefix.length)
}

export const keyPath = (key: string): string => key.split('/').map(encodeURIComponent).join('/')
