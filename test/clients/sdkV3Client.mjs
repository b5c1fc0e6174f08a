/** One call with the AWS SDK for JavaScript v3: reads it from stdin, prints the output or the refusal as JSON. */
import { json } from 'node:stream/consumers'

const { service, operation, input = {}, endpoint } = await json(process.stdin)
const sdk = await import(`@aws-sdk/client-${service}`)
const Client = Object.entries(sdk).find(([name]) => /^[A-Z]\w+Client$/.test(name))[1]
const client = new Client(endpoint === undefined ? {} : { endpoint })

try {
  const { $metadata, Body, ...output } = await client.send(new sdk[`${operation}Command`](input))
  if (Body) output.Body = await Body.transformToString()
  process.stdout.write(JSON.stringify({ output }))
} catch (error) {
  if (!error.$metadata?.httpStatusCode) throw error
  process.stdout.write(JSON.stringify({ code: error.name, message: error.message }))
}
