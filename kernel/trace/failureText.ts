/** What broke, as the recording shows it: with the place where it did, which no client ever sees. */
export const failureText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
