/** What S3 asks of a website configuration beyond its schema. */
import * as errors from '../errors.ts'
import type { RoutingRule, WebsiteConfiguration } from '../model/shapes.ts'

/** "You can include up to 50 routing rules." */
const MAX_RULES = 50

export function checkWebsite(site: WebsiteConfiguration): void {
  const { RedirectAllRequestsTo, IndexDocument, ErrorDocument, RoutingRules = [] } = site
  if (RedirectAllRequestsTo) {
    if (IndexDocument || ErrorDocument || RoutingRules.length > 0)
      throw errors.malformedXml('RedirectAllRequestsTo stands alone')
    return
  }
  checkIndex(IndexDocument?.Suffix)
  if (RoutingRules.length > MAX_RULES)
    throw errors.invalidRequest(
      `${RoutingRules.length} routing rules provided, the number of routing rules in a website configuration is limited to ${MAX_RULES}.`,
    )
  for (const rule of RoutingRules) checkRule(rule)
}

function checkIndex(suffix: string | undefined): void {
  if (suffix === undefined)
    throw errors.invalidArgument(
      'IndexDocument',
      'null',
      'A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty',
    )
  if (suffix === '' || suffix.includes('/'))
    throw errors.invalidArgument(
      'IndexDocument',
      suffix,
      'The IndexDocument Suffix is not well formed',
    )
}

function checkRule({ Condition: condition, Redirect: redirect }: RoutingRule): void {
  if (condition && Object.values(condition).every((value) => value === undefined))
    throw errors.invalidRequest(
      "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present.",
    )
  const returned = condition?.HttpErrorCodeReturnedEquals
  if (returned !== undefined && !/^[45]\d\d$/.test(returned))
    throw errors.invalidRequest(
      `The provided HTTP error code (${returned}) is not valid. Valid codes are 4XX or 5XX.`,
    )
  const code = redirect.HttpRedirectCode
  if (code !== undefined && !/^3(0[1-9]|[1-9]\d)$/.test(code))
    throw errors.invalidRequest(
      `The provided HTTP redirect code (${code}) is not valid. Valid codes are 3XX except 300.`,
    )
  if (redirect.ReplaceKeyWith !== undefined && redirect.ReplaceKeyPrefixWith !== undefined)
    throw errors.invalidRequest('You can only define ReplaceKeyPrefix or ReplaceKey but not both.')
}
