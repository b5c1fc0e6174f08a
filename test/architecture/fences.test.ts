/** Imports run one way: kernel <- services <- sandbox <- scenarios <- cli. */
import { describe, expect, test } from 'vitest'
import { serviceOf, sources } from './sources.ts'

const all = sources()
const within = (path: string, folder: string) => path.startsWith(`${folder}/`)

function offenders(
  from: (path: string) => boolean,
  forbidden: (target: string, path: string) => boolean,
): string[] {
  return all
    .filter(({ path }) => from(path))
    .flatMap(({ path, imports }) =>
      imports.filter((target) => forbidden(target, path)).map((target) => `${path} -> ${target}`),
    )
}

const layers = ['sandbox', 'scenarios', 'cli'] as const
const above = (target: string) => layers.some((layer) => within(target, layer))

describe('import fences', () => {
  test('the kernel imports no service and nothing above', () => {
    expect(
      offenders(
        (path) => within(path, 'kernel'),
        (target) => serviceOf(target) !== undefined || within(target, 'services') || above(target),
      ),
    ).toEqual([])
  })

  test('a service imports no other service, but for the generated model of one whose public API it calls', () => {
    const isForeign = (target: string, path: string) =>
      serviceOf(target) !== undefined && serviceOf(target) !== serviceOf(path)
    const isModel = (target: string) => /^[\w/-]+\/(model\/\w+|traits)\.ts$/.test(target)
    expect(
      offenders(
        (path) => serviceOf(path) !== undefined,
        (target, path) => isForeign(target, path) && !isModel(target),
      ),
    ).toEqual([])
  })

  test('a service imports nothing above it', () => {
    expect(offenders((path) => serviceOf(path) !== undefined, above)).toEqual([])
  })

  test('from outside, a service is entered by its index alone', () => {
    const isInside = (target: string) =>
      serviceOf(target) !== undefined && !/^(services\/)?[\w-]+\/index\.ts$/.test(target)
    expect(
      offenders(
        (path) => ['sandbox', 'scenarios', 'cli'].some((layer) => within(path, layer)),
        isInside,
      ),
    ).toEqual([])
  })

  test('the sandbox knows neither scenarios nor the command, and scenarios do not know the command', () => {
    expect(
      offenders(
        (path) => within(path, 'sandbox'),
        (target) => within(target, 'scenarios') || within(target, 'cli'),
      ),
    ).toEqual([])
    expect(
      offenders(
        (path) => within(path, 'scenarios'),
        (target) => within(target, 'cli'),
      ),
    ).toEqual([])
  })

  test('i18n imports nothing but itself', () => {
    expect(
      offenders(
        (path) => within(path, 'i18n'),
        (target) => !within(target, 'i18n'),
      ),
    ).toEqual([])
  })

  test('the wire is English: kernel, sts, iam, s3 and services import no texts', () => {
    const folders = ['kernel', 'sts', 'iam', 's3', 'services']
    expect(
      offenders(
        (path) => folders.some((folder) => within(path, folder)),
        (target) => within(target, 'i18n'),
      ),
    ).toEqual([])
  })

  test("AWS's own clients are imported by scenarios, bench and tools alone", () => {
    const may = ['scenarios', 'bench', 'tools']
    expect(
      offenders(
        (path) => !may.some((folder) => within(path, folder)),
        (target) => target.startsWith('@aws-sdk/'),
      ),
    ).toEqual([])
  })
})
