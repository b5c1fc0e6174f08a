/** What a bucket may be called (S3 User Guide, "General purpose bucket naming rules"). */

export type NameProblem =
  | 'namespace'
  | 'length'
  | 'characters'
  | 'first-or-last'
  | 'adjacent-dots'
  | 'ip-address'
  | 'reserved-prefix'
  | 'reserved-suffix'

/** Names that mean something else: domain names in Punycode, and what AWS keeps for itself. */
const RESERVED_PREFIXES = ['xn--', 'sthree-', 'amzn-s3-demo-']

/** Aliases of access points, of Object Lambda, of multi-Region access points, directory and table buckets. */
const RESERVED_SUFFIXES = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3']

/** `…-111122223333-eu-west-1-an`: one account's own namespace in one region. */
const ACCOUNT_REGIONAL = /-\d{12}-[a-z]{2,8}(?:-[a-z]{2,16}){1,3}-\d{1,2}-an$/

const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** Whether any bucket can have this name; undefined where it can. */
export function syntaxProblem(name: string): NameProblem | undefined {
  if (name.length < 3 || name.length > 63) return 'length'
  if (!/^[a-z0-9.-]*$/.test(name)) return 'characters'
  if (!isAlphanumeric(name[0]!) || !isAlphanumeric(name.at(-1)!)) return 'first-or-last'
  if (name.includes('..')) return 'adjacent-dots'
  return IP_ADDRESS.test(name) ? 'ip-address' : undefined
}

/** Whose namespace a bucket is to be in: everybody's, or that of one account in one region. */
export type Namespace = 'global' | { readonly account: string; readonly region: string }

/** Whether a new bucket may take it: some well-formed names are not to be had. */
export function creationProblem(
  name: string,
  namespace: Namespace = 'global',
): NameProblem | undefined {
  const problem = syntaxProblem(name)
  if (problem) return problem
  if (RESERVED_PREFIXES.some((prefix) => name.startsWith(prefix))) return 'reserved-prefix'
  if (RESERVED_SUFFIXES.some((suffix) => name.endsWith(suffix))) return 'reserved-suffix'
  if (namespace === 'global') return ACCOUNT_REGIONAL.test(name) ? 'reserved-suffix' : undefined
  const suffix = `-${namespace.account}-${namespace.region}-an`
  return name.endsWith(suffix) && name.length > suffix.length ? undefined : 'namespace'
}

const isAlphanumeric = (character: string) => /[a-z0-9]/.test(character)
