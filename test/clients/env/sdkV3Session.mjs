/** The SDK for JavaScript as a program uses it, with nothing but its environment: a call a line, an answer a line. */
import { createInterface } from 'node:readline'

const clients = new Map()

async function clientOf(service) {
  const sdk = await import(`@aws-sdk/client-${service}`)
  const Client = Object.entries(sdk).find(([name]) => /^[A-Z]\w+Client$/.test(name))[1]
  const known = clients.get(service) ?? new Client({})
  clients.set(service, known)
  return { sdk, client: known }
}

async function answerTo({ service, operation, input }) {
  const { sdk, client } = await clientOf(service)
  try {
    const { $metadata, ...output } = await client.send(new sdk[`${operation}Command`](input))
    return { output }
  } catch (error) {
    return { code: error.name, message: error.message }
  }
}

for await (const line of createInterface(process.stdin))
  process.stdout.write(`${JSON.stringify(await answerTo(JSON.parse(line)))}\n`)
