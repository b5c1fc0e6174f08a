/** The canonical user id that an account has unless it was given one: who it is in S3's ACLs, the same in every sandbox. */
import { hash } from 'node:crypto'

export const canonicalUserId = (account: string): string =>
  hash('sha256', `canonical user of account ${account}`, 'hex')
