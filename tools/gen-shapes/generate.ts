/** `npm run gen`: writes the table of every service. Needs Python with botocore; nothing else does. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { findBotocore } from './readBotocore.ts'
import { renderService } from './renderService.ts'
import { supported } from './supported.ts'

const botocore = findBotocore()
if (!botocore) {
  process.stderr.write('gen: python3 with botocore is needed (pip install botocore)\n')
  process.exit(3)
}
for (const row of supported) {
  mkdirSync(dirname(row.file), { recursive: true })
  writeFileSync(row.file, await renderService(row, botocore))
  process.stdout.write(`${row.file}: ${row.operations.length} operations\n`)
}
