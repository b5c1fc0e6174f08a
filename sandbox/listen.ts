/** Opens and closes the public ports; a busy one is named. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listenError } from './portBusyError.ts'
import { type RunService, urlOf } from './runService.ts'

export async function listenService(run: RunService, host: string, port: number): Promise<string> {
  try {
    return await run.listen(host, port)
  } catch (error) {
    throw listenError(error, port, run.service.definition.name)
  }
}

export function listenServer(
  server: Server,
  name: string,
  host: string,
  port: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error) => reject(listenError(error, port, name))
    server.once('error', onError).listen({ host, port }, () => {
      server.off('error', onError)
      resolve(urlOf(host, (server.address() as AddressInfo).port))
    })
  })
}

export function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
