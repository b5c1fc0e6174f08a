/** The request was signed for one name of the service and sent to another: to AWS's own, or through a proxy. */
import { guessedMistake, signing } from '../mistake.ts'
import type { SentRequest } from '../sentRequest.ts'
import { headerNamed, withHeader } from '../signedHeaders.ts'

export const otherHost = guessedMistake('otherHost', (input, { scope }) => {
  const host = headerNamed(input, 'host')
  if (host === undefined) return []
  const port = /:\d+$/.exec(host)?.[0] ?? ''
  return [...localNames.map((name) => name + port), ...awsNames(scope)].map((signed) =>
    signing(input, { headers: withHeader(input, 'host', signed) }, { signed }),
  )
})

const localNames = ['localhost', '127.0.0.1', '[::1]', 'host.docker.internal']

const awsNames = ({ service, region }: SentRequest['scope']): string[] => [
  `${service}.${region}.amazonaws.com`,
  `${service}.amazonaws.com`,
]
