/** IAM's operations. */
import type { Operation } from '#kernel/http/operation.ts'

export const operations: readonly Operation[] = []
