/** The committed tables are what the generator makes of its sources today. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findBotocore } from '../../../tools/gen-shapes/readBotocore.ts'
import { renderService } from '../../../tools/gen-shapes/renderService.ts'
import { supported } from '../../../tools/gen-shapes/supported.ts'

const botocore = findBotocore()
const committed = (file: string): string => readFileSync(file, 'utf8')
const madeFrom = /botocore ([\d.]+),/.exec(committed(supported[0]!.file))?.[1]
const isSame = botocore !== undefined && botocore.version === madeFrom
const notice = isSame ? '' : ` (skipped: botocore ${madeFrom} is not installed)`

describe.skipIf(!isSame)(`generated tables${notice}`, () => {
  test.each(supported)('$file is fresh', async (row) => {
    expect(await renderService(row, botocore!)).toBe(committed(row.file))
  })
})

describe('the list of operations', () => {
  test.each(supported)('$botocore names each operation once', ({ operations }) => {
    expect(new Set(operations).size).toBe(operations.length)
  })

  test.each(supported)('$file says where it comes from', ({ file, client }) => {
    const head = committed(file).split('\n').slice(0, 6).join('\n')
    expect(head).toContain('Do not edit')
    // Without an SDK client there is no second witness.
    if (client !== undefined) expect(head).toContain(`@aws-sdk/${client}`)
    expect(head.match(/[0-9a-f]{64}/g)).toHaveLength(client === undefined ? 1 : 2)
  })
})
