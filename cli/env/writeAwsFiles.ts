/**
 * Writes clients' files below `HOME/.aws`, for their owner alone. A `.aws` that somebody else wrote is left as it is,
 * and no link is followed: nothing is written outside the folder.
 */
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type AwsFile, configFile, credentialsFile } from './awsFiles.ts'
import { ForeignFolder } from './foreignFolder.ts'
import { mark } from './mark.ts'

export function writeAwsFiles(home: string, files: readonly AwsFile[]): void {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const aws = join(home, '.aws')
  const before = readOwn(aws)
  if (before === undefined) refuseForeign(aws)
  rmSync(join(aws, 'models'), { recursive: true, force: true })
  forget(aws, before, files)
  for (const { path, content } of files) write(home, join(aws, path), content)
}

/** The configuration that was written here before; undefined where there is none of ours. */
function readOwn(aws: string): string | undefined {
  const file = join(aws, configFile)
  if (!isKind(aws, 'folder') || !isKind(file, 'file')) return undefined
  const text = readFileSync(file, 'utf8')
  return text.startsWith(mark) ? text : undefined
}

function refuseForeign(aws: string): void {
  if (exists(aws) && !isKind(aws, 'folder')) throw new ForeignFolder(aws)
  for (const name of [configFile, credentialsFile, 'models'])
    if (exists(join(aws, name))) throw new ForeignFolder(join(aws, name))
}

/**
 * Credentials of roles that the CLI keeps may be of before a reset, and it would use them until they expire. Who has
 * signed in stays signed in, unless this is another sandbox.
 */
function forget(aws: string, before: string | undefined, files: readonly AwsFile[]): void {
  const after = files.find(({ path }) => path === configFile)?.content ?? ''
  const isSame = before !== undefined && startUrlIn(before) === startUrlIn(after)
  for (const cache of isSame ? ['cli'] : ['cli', 'sso'])
    if (before !== undefined) rmSync(join(aws, cache), { recursive: true, force: true })
}

const startUrlIn = (config: string) => /^sso_start_url = (.*)$/m.exec(config)?.[1]

/** First beside it, then in its place: who reads meanwhile reads the old one or the new one. */
function write(home: string, file: string, content: string): void {
  makeFolders(home, dirname(file))
  const draft = `${file}.draft`
  rmSync(draft, { force: true })
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx' })
  renameSync(draft, file)
}

/** One by one: a link on the way leads elsewhere. */
function makeFolders(home: string, folder: string): void {
  let made = home
  for (const name of relative(home, folder).split(sep)) {
    made = join(made, name)
    if (!exists(made)) mkdirSync(made, { mode: 0o700 })
    else if (!isKind(made, 'folder')) throw new ForeignFolder(made)
  }
}

const stat = (path: string) => lstatSync(path, { throwIfNoEntry: false })

const exists = (path: string): boolean => stat(path) !== undefined

const isKind = (path: string, kind: 'file' | 'folder'): boolean =>
  (kind === 'file' ? stat(path)?.isFile() : stat(path)?.isDirectory()) ?? false
