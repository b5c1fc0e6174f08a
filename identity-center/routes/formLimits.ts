/** The most that a form can hold, in bytes: a Response in base64, or a few short fields. */
export const responseLimit = { bodyLimit: 512 * 1024 } as const

export const formLimit = { bodyLimit: 16 * 1024 } as const
