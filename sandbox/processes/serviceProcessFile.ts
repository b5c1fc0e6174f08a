/** Where the built program of a service's process is: beside this code in dist/, or in dist/ of the checkout. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export function serviceProcessFile(): string {
  const places = ['./serviceProcess.js', '../../dist/serviceProcess.js']
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)))
  const found = files.find((file) => existsSync(file))
  if (!found) throw new Error('--processes needs the built program; run npm run build first')
  return found
}
