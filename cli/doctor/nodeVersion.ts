/** Node.js as package.json asks for it. */
import { text } from '#i18n/text.ts'
import type { Texts } from '../texts.ts'
import type { Finding } from './finding.ts'

const least = [20, 19] as const

/** `version` as `process.version` has it: `v20.19.0`. */
export function nodeVersion(version: string, { cli }: Texts): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const isEnough = major > least[0] || (major === least[0] && minor >= least[1])
  return isEnough
    ? { id: 'node', verdict: 'ok', sentence: version }
    : {
        id: 'node',
        verdict: 'wrong',
        sentence: text(cli.doctor.nodeOld, { version, least: least.join('.') }),
      }
}
