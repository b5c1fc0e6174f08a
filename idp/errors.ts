/** Requests that end on an error page: nothing is sent to whoever asked, because they are not known or not understood. */
import type { idp as texts } from '#i18n/en/idp.ts'

export type RefusalReason = Exclude<keyof typeof texts.refusals, 'title'>

export class IdpRefusal extends Error {
  readonly reason: RefusalReason
  readonly status = 400
  /** What was asked for, shortened: shown on the page as it came, escaped. */
  readonly found: string

  constructor(reason: RefusalReason, message: string, found = '') {
    super(message)
    this.name = 'IdpRefusal'
    this.reason = reason
    this.found = found.slice(0, 300)
  }
}

export const unknownServiceProvider = (entityId: string) =>
  new IdpRefusal('unknownServiceProvider', 'the service provider is not registered', entityId)

export const foreignAcs = (url: string) =>
  new IdpRefusal('foreignAcs', 'the assertion consumer service is not registered', url)

export const otherDestination = (url: string) =>
  new IdpRefusal('otherDestination', 'the request names another destination', url)

export const badRequest = (because: string) => new IdpRefusal('badRequest', because, because)
