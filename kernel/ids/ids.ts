/** Chance, as every service sees it: all ids, secrets, codes and nonces come from here. */
export interface Ids {
  /** `count` random bytes. */
  bytes(count: number): Buffer
  /** RFC 9562 version 4, lower case. */
  uuid(): string
  /** `digits` lower-case hexadecimal digits. */
  hex(digits: number): string
  /** `length` characters of `A-Z2-7`, as in AWS's unique ids. */
  base32(length: number): string
  /** `length` characters of `A-Za-z0-9`. */
  alphanumeric(length: number): string
  /** A secret access key: 40 characters of base64's alphabet. */
  secretAccessKey(): string
  /** An independent source for `purpose`: what one service draws does not depend on what another drew before. */
  fork(purpose: string): Ids
}
