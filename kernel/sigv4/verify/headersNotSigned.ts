/** Step 5 asks that `host` and every `x-amz-…` header be signed: they decide where a request goes and what it does. */

export function headersNotSigned(
  headers: ReadonlyMap<string, string>,
  signedHeaders: readonly string[],
): string[] {
  const signed = new Set(signedHeaders)
  const missing = signed.has('host') && headers.has('host') ? [] : ['host']
  for (const name of headers.keys())
    if (name.startsWith('x-amz-') && !signed.has(name)) missing.push(name)
  return missing
}
