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
  const texts = textsOf(request)
  if (parameter(texts, 'Version') !== api.model.version) return undefined
  return identified(api, parameter(texts, 'Action'))
}

export function unknownAction(api: LinkedApi, request: WireRequest): AwsError {
  const texts = textsOf(request)
  const { missing, unknown } = api.traits.refusals
  const operation = parameter(texts, 'Action')
  if (!operation && missing) return refusal(missing, {})
  const version = parameter(texts, 'Version') || noVersion
  return refusal(unknown, { operation: operation ?? '', version })
}

export function formPairs(request: WireRequest): [name: string, value: string][] {
  return textsOf(request).flatMap(readForm)
}

function parameter(texts: readonly string[], name: string): string | undefined {
  for (const text of texts) {
    const value = formValue(text, name)
    if (value !== undefined) return value
  }
  return undefined
}

/** A GET has its form in the query string; a POST may too, and its body wins. */
function textsOf({ method, body, query }: WireRequest): string[] {
  return method === 'POST' ? [body.toString('utf8'), query] : [query]
}
