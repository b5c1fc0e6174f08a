/** All that the command knows of the world around it, so that tests can be that world. */
export interface OutputStream {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

export type StopSignalName = 'SIGINT' | 'SIGTERM'

export interface Io {
  readonly stdin: { readonly isTTY?: boolean | undefined }
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly env: Readonly<Record<string, string | undefined>>
  readonly pid: number
  /** The user's home folder. */
  readonly home: string
  /** Milliseconds since the epoch, by the host. */
  now(): number
  /** Told of SIGINT and SIGTERM until the returned function is called. */
  onSignal(listener: (signal: StopSignalName) => void): () => void
}
