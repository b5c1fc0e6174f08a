/** Host goes on the wire with its port unless that is the scheme's own, and is signed as it goes on the wire. */
import { mistake, signing } from '../mistake.ts'
import { headerNamed, withHeader } from '../signedHeaders.ts'

export const hostPort = mistake('hostPort', (input) => {
  const host = headerNamed(input, 'host')
  if (host === undefined) return []
  const name = host.replace(/:\d+$/, '')
  const others = name === host ? [`${name}:80`, `${name}:443`] : [name]
  return others.map((signed) =>
    signing(input, { headers: withHeader(input, 'host', signed) }, { signed }),
  )
})
