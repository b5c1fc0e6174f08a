/** A port that somebody else holds: says which, and what to do. */
export class PortBusyError extends Error {
  readonly port: number

  constructor(port: number, what: string) {
    super(
      `port ${port} (${what}) is in use; stop what listens there or choose other ports with --port N (0 = any free)`,
    )
    this.name = 'PortBusyError'
    this.port = port
  }
}

export const isPortBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EADDRINUSE' || error.code === 'EACCES')
