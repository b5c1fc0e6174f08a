/** What an administrator does once by hand, at first use: a service provider's metadata is read and remembered. */
import { readSpMetadata } from '#kernel/saml/spMetadata.ts'
import type { ServiceProvider } from './idpDeps.ts'

const timeoutMs = 2_000

/** None while the service provider cannot be reached or makes no sense; the next request asks again. */
export function providersFromMetadata(
  name: string,
  metadataUrl: () => string | undefined,
): () => Promise<readonly ServiceProvider[]> {
  let known: readonly ServiceProvider[] | undefined
  return async () => {
    known ??= await read(name, metadataUrl())
    return known ?? []
  }
}

async function read(
  name: string,
  url: string | undefined,
): Promise<readonly ServiceProvider[] | undefined> {
  if (url === undefined) return undefined
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    if (!answer.ok) return undefined
    const { entityId, acsUrls } = readSpMetadata(await answer.text())
    return acsUrls.map((acsUrl) => ({ entityId, acsUrl, name }))
  } catch {
    return undefined
  }
}
