/** Ends what was started, last first; whoever asks again waits for the same end. */
export function closeOnce(ends: readonly (() => void | Promise<void>)[]): () => Promise<void> {
  let closing: Promise<void> | undefined
  const endAll = async () => {
    for (const end of ends.toReversed()) await end()
  }
  return () => {
    closing ??= endAll()
    return closing
  }
}
