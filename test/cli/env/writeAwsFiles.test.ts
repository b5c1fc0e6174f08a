import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ForeignFolder } from '#cli/env/foreignFolder.ts'
import { mark } from '#cli/env/mark.ts'
import { writeAwsFiles } from '#cli/env/writeAwsFiles.ts'

let outside: string
let home: string
let aws: string
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'aws-files-'))
  home = join(outside, 'a', 'home')
  aws = join(home, '.aws')
})
afterEach(() => rmSync(outside, { recursive: true }))

const config = (startUrl: string) => `${mark}\n\nsso_start_url = ${startUrl}\n`

const files = (startUrl = 'https://one/start') => [
  { path: 'config', content: config(startUrl) },
  { path: 'credentials', content: `${mark}\n` },
  { path: join('models', 's3', '1', 'rules.json'), content: '{}' },
]

const write = (startUrl?: string) => writeAwsFiles(home, files(startUrl))

const modeOf = (path: string) => statSync(path).mode & 0o777

describe('the folder', () => {
  test('is for its owner alone, and so is all that is in it', () => {
    write()
    for (const folder of [home, aws, join(aws, 'models'), join(aws, 'models', 's3', '1')])
      expect(modeOf(folder)).toBe(0o700)
    for (const { path, content } of files()) {
      expect(modeOf(join(aws, path))).toBe(0o600)
      expect(readFileSync(join(aws, path), 'utf8')).toBe(content)
    }
  })

  test('is written again over what was written before, and what is served no more goes', () => {
    write()
    const old = join(aws, 'models', 'sqs')
    mkdirSync(old)
    write('https://two/start')
    expect(readFileSync(join(aws, 'config'), 'utf8')).toContain('two')
    expect(existsSync(old)).toBe(false)
  })

  test('keeps who has signed in, and forgets credentials of roles', () => {
    write()
    const [login, role] = [join(aws, 'sso', 'cache', 'x.json'), join(aws, 'cli', 'cache', 'x.json')]
    for (const file of [login, role]) {
      mkdirSync(join(file, '..'), { recursive: true })
      writeFileSync(file, '{}')
    }
    write()
    expect(existsSync(login)).toBe(true)
    expect(existsSync(role)).toBe(false)
    write('https://two/start')
    expect(existsSync(login)).toBe(false)
  })
})

describe('what somebody else wrote', () => {
  const refusedAt = (path: string) => {
    expect(() => write()).toThrow(ForeignFolder)
    expect(() => write()).toThrow(join(home, path))
  }

  test.each(['config', 'credentials', join('models', 'x')])('stays as it is: .aws/%s', (path) => {
    const file = join(aws, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, '[default]\nregion = eu-west-1\n')
    refusedAt(join('.aws', path.split('/')[0]!))
    expect(readFileSync(file, 'utf8')).toBe('[default]\nregion = eu-west-1\n')
  })

  test.each(['', 'config'])('is not reached by a link: .aws/%s', (path) => {
    mkdirSync(path === '' ? home : aws, { recursive: true })
    const theirs = join(outside, 'theirs')
    if (path === '') mkdirSync(theirs)
    else writeFileSync(theirs, config('https://one/start'))
    symlinkSync(theirs, join(aws, path))
    refusedAt(join('.aws', path))
    if (path === '') expect(existsSync(join(theirs, 'config'))).toBe(false)
    else expect(readFileSync(theirs, 'utf8')).toBe(config('https://one/start'))
  })

  test('is not reached by a link in the place of one of our files or folders', () => {
    write()
    const theirs = join(outside, 'theirs')
    mkdirSync(theirs)
    writeFileSync(join(theirs, 'secret'), 'x')
    rmSync(join(aws, 'models'), { recursive: true })
    symlinkSync(theirs, join(aws, 'models'))
    rmSync(join(aws, 'credentials'))
    symlinkSync(join(theirs, 'secret'), join(aws, 'credentials'))
    write()
    expect(readFileSync(join(theirs, 'secret'), 'utf8')).toBe('x')
    expect(existsSync(join(theirs, 's3'))).toBe(false)
    expect(readFileSync(join(aws, 'credentials'), 'utf8')).toBe(`${mark}\n`)
  })
})
