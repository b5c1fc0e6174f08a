/**
 * A rule set by which botocore finds one service at one address (Smithy's "Rules engine", version 1.0; read from
 * `~/.aws/models/<service>/<version>/`). For version 2 of the AWS CLI before 2.13, which knows no other way:
 * it reads no AWS_ENDPOINT_URL, and `aws sso login` passes its `--endpoint-url` on to nobody.
 */

/** An address that the caller gives is taken before ours. */
export function endpointRuleSet(endpoint: string, service: string): object {
  const given =
    service === 's3' ? bucketRules(reference('Endpoint')) : [rule(reference('Endpoint'))]
  const ours = service === 's3' ? bucketRules(endpoint) : [rule(endpoint)]
  return {
    version: '1.0',
    parameters: {
      Region: { builtIn: 'AWS::Region', required: false, type: 'String', documentation: '' },
      Endpoint: { builtIn: 'SDK::Endpoint', required: false, type: 'String', documentation: '' },
      ...(service === 's3' && { Bucket: { required: false, type: 'String', documentation: '' } }),
    },
    rules: [{ type: 'tree', conditions: [isSet('Endpoint')], rules: given }, ...ours],
  }
}

const reference = (name: string) => ({ ref: name })

const isSet = (name: string) => ({ fn: 'isSet', argv: [reference(name)] })

const rule = (url: object | string, conditions: readonly object[] = []) => ({
  type: 'endpoint',
  conditions,
  endpoint: { url, properties: {}, headers: {} },
})

/** S3's models leave the bucket to the rules: it goes into the path, as for any address that is an IP address. */
function bucketRules(url: { readonly ref: string } | string): object[] {
  const base = typeof url === 'string' ? url : `{${url.ref}}`
  const encoded = { fn: 'uriEncode', argv: [reference('Bucket')], assign: 'bucket' }
  return [rule(`${base}/{bucket}`, [isSet('Bucket'), encoded]), rule(url)]
}
