/**
 * botocore's `partitions.json`: the domain to which a client goes that knows no address of ours. Nothing is there
 * (RFC 2606, section 2), so what this sandbox does not serve fails on this machine instead of reaching AWS.
 */

/** The rules of some services have AWS's own address for the partition `aws`; this one is not called so. */
const partition = {
  id: 'hopscope',
  regionRegex: '^.*$',
  regions: {},
  outputs: {
    name: 'hopscope',
    dnsSuffix: 'hopscope.invalid',
    dualStackDnsSuffix: 'hopscope.invalid',
    supportsFIPS: true,
    supportsDualStack: true,
  },
}

export const partitions = { version: '1.1', partitions: [partition] }
