/**
 * botocore's `partitions.json`: where a client goes with a service for which it knows no address of ours. That is
 * what a rule set appends to `https://ec2.us-east-1.`; here it leads back to this machine, where nobody listens.
 */

/** What stands before the @ is no host (RFC 3986, section 3.2.1): not even a resolver is asked. It tells people why. */
const nowhere = 'not-served-by.hopscope.invalid@127.0.0.1:1'

/** The rules of some services have AWS's own address for the partition `aws`; this one is not called so. */
const partition = {
  id: 'hopscope',
  regionRegex: '^.*$',
  regions: {},
  outputs: {
    name: 'hopscope',
    dnsSuffix: nowhere,
    dualStackDnsSuffix: nowhere,
    supportsFIPS: true,
    supportsDualStack: true,
  },
}

export const partitions = { version: '1.1', partitions: [partition] }
