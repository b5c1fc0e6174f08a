/** The canonical user id that an account has unless it was given one: who it is in S3's ACLs, the same in every sandbox. */
import { createHash } from 'node:crypto'

export const canonicalUserId = (account: string): string =>
  createHash('sha256').update(`canonical user of account ${account}`).digest('hex')
