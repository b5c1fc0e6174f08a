import { describe, expect, test } from 'vitest'
import { serviceOf } from '#kernel/http/serviceOf.ts'
import { registry } from '#services/registry.ts'

interface Case {
  title: string
  method?: string
  url?: string
  headers?: Record<string, string>
  service: string | undefined
}

const signed = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=AKIA/20261124/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=00`,
})
const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }

const cases: Case[] = [
  {
    title: 'the credential scope names S3',
    url: '/bucket/key',
    headers: signed('s3'),
    service: 's3',
  },
  {
    title: 'the credential scope names STS',
    method: 'POST',
    headers: signed('sts'),
    service: 'sts',
  },
  {
    title: 'the credential scope names IAM',
    method: 'POST',
    headers: signed('iam'),
    service: 'iam',
  },
  {
    title: 'a scope of a service that is not here',
    headers: signed('dynamodb'),
    service: undefined,
  },
  {
    title: 'a signed request to a path of Identity Center is still what it is signed for',
    url: '/token',
    headers: signed('s3'),
    service: 's3',
  },
  {
    title: 'a presigned URL carries its scope in the query',
    url: '/b/k?X-Amz-Credential=AKIA%2F20261124%2Fus-east-1%2Fs3%2Faws4_request',
    service: 's3',
  },
  {
    title: 'a target that nobody here has',
    method: 'POST',
    headers: { 'x-amz-target': 'DynamoDB_20120810.ListTables' },
    service: undefined,
  },
  {
    title: 'client registration',
    method: 'POST',
    url: '/client/register',
    service: 'identity-center',
  },
  { title: 'the token endpoint', method: 'POST', url: '/token', service: 'identity-center' },
  {
    title: 'role credentials by bearer token',
    url: '/federation/credentials?role_name=A&account_id=1',
    service: 'identity-center',
  },
  {
    title: 'AssumeRoleWithSAML by GET, unsigned',
    url: '/?Action=AssumeRoleWithSAML&Version=2011-06-15',
    service: 'sts',
  },
  {
    title: 'an unsigned form to the root',
    method: 'POST',
    url: '/',
    headers: form,
    service: 'sts',
  },
  { title: "STS's host name", headers: { host: 'sts.us-east-1.amazonaws.com' }, service: 'sts' },
  { title: 'an anonymous request for an object', url: '/bucket/key', service: 's3' },
]

describe('the gateway chooses the service', () => {
  test.each(cases)('by $title', ({ method = 'GET', url = '/', headers = {}, service }) => {
    const rawHeaders = Object.entries({ host: '127.0.0.1:4566', ...headers }).flat()
    expect(serviceOf({ method, url, rawHeaders }, registry)).toBe(service)
  })
})
