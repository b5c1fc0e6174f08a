/**
 * `bound` ties what services tell each other to the one request of the client that they talk about: the
 * hexadecimal sha256 of its string to sign, or of something as unique where nothing was signed.
 */
export const isBound = (value: string): boolean => value.length === 64 && /^[0-9a-f]+$/.test(value)
