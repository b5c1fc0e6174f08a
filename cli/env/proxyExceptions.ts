/** Where clients go through a proxy, it must not be asked for this machine: it would take the requests elsewhere. */
const proxies = ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY']
const loopback = '127.0.0.1'

export function proxyExceptions(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  if (!proxies.some((name) => env[name])) return {}
  const known = (env['no_proxy'] || env['NO_PROXY'] || '').split(',').filter((host) => host !== '')
  const exceptions = [...new Set([...known, loopback])].join(',')
  return { no_proxy: exceptions, NO_PROXY: exceptions }
}
