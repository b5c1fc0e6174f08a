/** The most that a form of ours can hold: a request in base64 and a few short fields. */
export const formLimit = { bodyLimit: 512 * 1024 } as const
