/** `Action` and `Version` of a query request, and the pairs of its form: body first, then query string. */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { formValue, readForm } from '../form.ts'
import type { LinkedApi } from '../linked.ts'
import { type Identified, identified } from '../protocol.ts'
import { refusal } from '../refusal.ts'

/** Coral's words for a request without `Version`. */
const noVersion = 'NO_VERSION_SPECIFIED'

export function identifyAction(api: LinkedApi, request: WireRequest): Identified | undefined {
  if (parameter(request, 'Version') !== api.model.version) return undefined
  return identified(api, parameter(request, 'Action'))
}

export function unknownAction(api: LinkedApi, request: WireRequest): AwsError {
  const { missing, unknown } = api.traits.refusals
  const operation = parameter(request, 'Action')
  if (!operation && missing) return refusal(missing, {})
  const version = parameter(request, 'Version') || noVersion
  return refusal(unknown, { operation: operation ?? '', version })
}

export function formPairs(request: WireRequest): [name: string, value: string][] {
  return texts(request).flatMap(readForm)
}

function parameter(request: WireRequest, name: string): string | undefined {
  for (const text of texts(request)) {
    const value = formValue(text, name)
    if (value !== undefined) return value
  }
  return undefined
}

/** A GET has its form in the query string; a POST may too, and its body wins. */
function texts({ method, body, query }: WireRequest): string[] {
  return method === 'POST' ? [body.toString('utf8'), query] : [query]
}
