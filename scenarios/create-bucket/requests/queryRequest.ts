/** Requests to IAM and STS, which take forms (AWS's query protocol); unsigned where nobody's credentials are given. */
import { type SigningCredentials, signRequest } from '#kernel/sigv4/signRequest.ts'
import type { RawRequest } from '#scenarios/engine/rawRequest.ts'
import { brought, type World } from '../world.ts'
import { transported } from './transported.ts'

const versions = { iam: '2010-05-08', sts: '2011-06-15' } as const

export interface QueryCall {
  readonly service: keyof typeof versions
  readonly action: string
  readonly parameters: Readonly<Record<string, string>>
  readonly credentials?: SigningCredentials | undefined
}

export function queryRequest({ sandbox, cast }: World, call: QueryCall): RawRequest {
  const { service, action, parameters, credentials } = call
  const to = brought(sandbox.endpoints[service], `address of ${service}`)
  const form = new URLSearchParams({ Action: action, Version: versions[service], ...parameters })
  const body = Buffer.from(form.toString())
  const unsigned = {
    host: new URL(to).host,
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  }
  const headers = credentials
    ? signRequest({
        method: 'POST',
        path: '/',
        query: '',
        headers: unsigned,
        body,
        credentials,
        scope: { region: cast.region, service },
        now: sandbox.clock.now(),
        style: 'standard',
      })
    : unsigned
  return transported({ to, method: 'POST', target: '/', headers, body })
}
