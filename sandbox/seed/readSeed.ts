/** Reads a seed file: size and encoding are bounded here, form and meaning by parseSeed and checkSeed. */
import { createReadStream } from 'node:fs'
import { checkedSeed } from './checkedSeed.ts'
import { parseSeed } from './parseSeed.ts'
import type { Seed } from './seed.ts'
import { SeedError } from './seedError.ts'
import { type SeedProblem, seedProblem } from './seedProblem.ts'

export const seedSizeLimit = 1024 * 1024

/** The checked seed of `file`, or a SeedError that lists all problems of it. */
export async function readSeed(file: string): Promise<Seed> {
  const content = await read(file)
  const value = parseSeed(content)
  if (!value.ok) throw new SeedError([value.problem], file)
  return checkedSeed(value.seed, file)
}

async function read(file: string): Promise<string> {
  const bytes = await readUpToLimit(file).catch((error: NodeJS.ErrnoException) => {
    throw new SeedError([unreadable(error)], file)
  })
  if (bytes.length > seedSizeLimit)
    throw new SeedError([seedProblem('', 'fileTooLarge', { limit: seedSizeLimit })], file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new SeedError([seedProblem('', 'notUtf8', {})], file)
  }
}

/** One byte more than allowed tells that there is more, also where a file has no size (a pipe). */
async function readUpToLimit(file: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(file, { end: seedSizeLimit })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function unreadable(error: NodeJS.ErrnoException): SeedProblem {
  return error.code === 'ENOENT'
    ? seedProblem('', 'fileMissing', {})
    : seedProblem('', 'fileUnreadable', { reason: error.code ?? error.message })
}
