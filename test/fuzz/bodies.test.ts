import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { BadValue } from '#kernel/protocol/badValue.ts'
import type { LinkedApi, LinkedOperation } from '#kernel/protocol/linked.ts'
import { malformed } from '#kernel/protocol/malformed.ts'
import { validate } from '#kernel/protocol/validate.ts'
import { parseXml } from '#kernel/protocol/xml/tree.ts'
import { iam, protocolOf, s3, ssoOidc, sts } from '../kernel/protocol/fixture/apis.ts'
import { campaign, type Outcome } from './campaign.ts'
import { mutated } from './mutated.ts'

type Case = { readonly body: string; readonly of: readonly [LinkedApi, LinkedOperation] }

const allOf = (...apis: LinkedApi[]) =>
  fc.constantFrom(
    ...apis.flatMap((api) =>
      [...api.operations.values()].map((operation) => [api, operation] as const),
    ),
  )

/** Anything but an answer in the service's words fails the case by itself. */
function read({ body, of: [api, operation] }: Case): Outcome {
  const request = {
    method: 'POST',
    path: '/b',
    query: '',
    rawHeaders: [],
    remoteAddress: '',
    body: Buffer.from(body, 'latin1'),
  }
  try {
    validate(api, operation, protocolOf(api).parse(api, operation, request))
    return 'taken'
  } catch (error) {
    const refusal = error instanceof BadValue ? malformed(api, error) : error
    if (!(refusal instanceof AwsError)) throw error
    expect(refusal.status).toBeLessThan(500)
    return 'refused'
  }
}

const common = [
  '\0',
  '\xff',
  '\xc3\xb1',
  '\ufeff',
  '__proto__',
  'constructor',
  'toString',
  ' ',
  '\r\n',
  '',
]

const documents = [
  '<?xml version="1.0" encoding="UTF-8"?><CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>',
  '<CreateBucketConfiguration><LocationConstraint><![CDATA[eu]]>-west-1</LocationConstraint><Tags><Tag><Key>a</Key><Value>&lt;b&gt;&#241;</Value></Tag></Tags></CreateBucketConfiguration>',
  '<Delete><Object><Key>a</Key><VersionId>1</VersionId></Object><Object><Key>b</Key></Object><Quiet>true</Quiet></Delete>',
]
const markup = [
  ...['<', '>', '/>', '</', '&', ';', '"', "'", '=', '<!--', '-->', '<![CDATA[', ']]>', '<?xml ?>'],
  ...['<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '&#0;', '&#x10FFFF;', '&#xD800;', '&#99999999999;'],
  ...[
    '<a>',
    '</a>',
    '<a xmlns="b">',
    'xmlns:a=""',
    'xml:lang',
    '<LocationConstraint>',
    '<a b="c"/>',
  ],
]

test('an XML body is read or refused', { timeout: 300_000 }, () => {
  campaign<Case>({
    name: 'XML body',
    cases: fc.record({ body: mutated(documents, [...markup, ...common]), of: allOf(s3) }),
    holds: (each) => {
      read(each)
      try {
        parseXml(Buffer.from(each.body, 'latin1'))
        return 'taken'
      } catch (error) {
        if (!(error instanceof BadValue)) throw error
        return 'refused'
      }
    },
  })
})

const forms = [
  'Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fr&RoleSessionName=s&Tags.member.1.Key=a&Tags.member.1.Value=b&PolicyArns.member.1.arn=arn',
  'Action=CreateRole&Version=2010-05-08&RoleName=r&AssumeRolePolicyDocument=%7B%22Version%22%3A%222012-10-17%22%7D&MaxSessionDuration=3600&Tags.member.1.Key=a&Tags.member.1.Value=',
  'Action=AssumeRoleWithSAML&Version=2011-06-15&PrincipalArn=a&RoleArn=b&SAMLAssertion=PGEvPg%3D%3D&DurationSeconds=900',
]
const pairs = [
  ...['&', '=', '%', '%2', '%zz', '%00', '%FF', '+', '.', '.member.', '.member.1', '.member.0'],
  ...['.member.-1', '.member.99999999999', '.member.1e3', '.entry.1.key', 'Tags', 'Tags.member.1'],
  ...['Action=', 'Version=', '&Tags.member.2.Key=c', '&RoleName', 'true', '1e999', '-0', 'NaN'],
]

test('a form is read or refused', { timeout: 300_000 }, () => {
  campaign<Case>({
    name: 'form body',
    cases: fc.record({ body: mutated(forms, [...pairs, ...common]), of: allOf(sts, iam) }),
    holds: read,
  })
})

const objects = [
  '{"clientName":"c","clientType":"public","scopes":["sso:account:access"],"grantTypes":["urn:ietf:params:oauth:grant-type:device_code"],"redirectUris":["http://127.0.0.1/oauth/callback"]}',
  '{"clientId":"a","clientSecret":"b","grantType":"refresh_token","refreshToken":"c","scope":[]}',
  '{"clientId":"a","clientSecret":"b","startUrl":"https://a.awsapps.com/start"}',
]
const json = [
  ...['{', '}', '[', ']', '"', ':', ',', 'null', 'true', '1e999', '-', '\\', '\\u0000', '\\ud800'],
  ...['[[[[[[[[[[[[', '{"a":{"a":{"a":', '"scopes":', '"clientName":1', '9007199254740993'],
]

test('a JSON body is read or refused', { timeout: 300_000 }, () => {
  campaign<Case>({
    name: 'JSON body',
    cases: fc.record({ body: mutated(objects, [...json, ...common]), of: allOf(ssoOidc) }),
    holds: read,
  })
})
