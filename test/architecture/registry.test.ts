/** The registry is what the gateway knows: it must say of every service what the service says of itself. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { carriesHopKey } from '#kernel/http/carriesHopKey.ts'
import { serviceOf } from '#kernel/http/serviceOf.ts'
import { loadDefinitions, serviceNames } from '#sandbox/definitions.ts'
import { registry } from '#services/registry.ts'
import { parties, root } from './sources.ts'

const definitions = await loadDefinitions()
const rowOf = (name: string) => registry.find((row) => row.name === name)!
const apis = definitions.flatMap(({ name, apis: served }) =>
  served.map(({ api }) => ({ name, api })),
)

describe('the registry', () => {
  test('has one row for each service of a sandbox, and each row is a folder', () => {
    expect(registry.map(({ name }) => name).sort()).toEqual([...serviceNames].sort())
    for (const { name } of registry) {
      const folder = (parties as readonly string[]).includes(name) ? name : `services/${name}`
      expect(existsSync(join(root, folder, 'index.ts')), folder).toBe(true)
    }
  })

  test('and each definition bears the name of its row', () => {
    expect(definitions.map(({ name }) => name)).toEqual(serviceNames)
  })

  test('gives every service a port of its own', () => {
    const offsets = [-1, 0, ...registry.map(({ portOffset }) => portOffset)]
    expect(new Set(offsets).size).toBe(offsets.length)
    const further = registry.filter(({ name }) => !(parties as readonly string[]).includes(name))
    expect(further.every(({ portOffset }) => portOffset >= 14)).toBe(true)
  })

  test.each(apis.map(({ name, api }) => [api.model.service, name, api] as const))(
    'knows the requests of %s by what they are signed for',
    (_, name, { model }) => {
      expect(rowOf(name).signingNames).toContain(model.signingName)
    },
  )

  test('leads every unsigned operation to its service', () => {
    const astray: string[] = []
    for (const { name, api } of apis)
      for (const operation of api.operations.values()) {
        if (!operation.unsigned) continue
        const [method, path] = api.model.operations[operation.name]!.http.split(' ')
        const isQuery = api.model.protocol === 'query'
        const url = isQuery ? `/?Action=${operation.name}` : path!
        const rawHeaders = ['Host', '127.0.0.1:4566']
        if (serviceOf({ method: method!, url, rawHeaders }, registry) !== name)
          astray.push(`${name} ${operation.name}`)
      }
    expect(astray).toEqual([])
  })

  test('no key of AWS is taken for a hop credential', () => {
    const rawHeaders = [
      'Authorization',
      'AWS4-HMAC-SHA256 Credential=AKIAHOP/20261124/x/s3/aws4_request',
    ]
    expect(carriesHopKey({ url: '/HOP_a_b_C?prefix=HOP_', rawHeaders })).toBe(false)
  })
})
