/** A port that somebody else holds, or that only root may open: says which, and what to do. */
export class PortBusyError extends Error {
  readonly port: number

  constructor(port: number, what: string, why = 'is in use; stop what listens there or') {
    super(`port ${port} (${what}) ${why} choose other ports with --port N (0 = any free)`)
    this.name = 'PortBusyError'
    this.port = port
  }
}

const reasons: Readonly<Record<string, string | undefined>> = {
  EADDRINUSE: undefined,
  EACCES: 'may not be opened by this user;',
}

/** What listening failed with, as people are told it: the port by name where the port is the reason. */
export function listenError(error: unknown, port: number, what: string): unknown {
  const { code = '' } = Object(error) as { code?: string }
  return Object.hasOwn(reasons, code) ? new PortBusyError(port, what, reasons[code]) : error
}
