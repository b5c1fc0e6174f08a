/** `doctor`: what hopscope needs of this machine, and which clients can follow along. */
import manifest from '../../package.json' with { type: 'json' }
import { clients } from '../doctor/clients.ts'
import { clockSane } from '../doctor/clockSane.ts'
import type { Finding } from '../doctor/finding.ts'
import { languageFound } from '../doctor/languageFound.ts'
import { nodeVersion } from '../doctor/nodeVersion.ts'
import { portsFree, portsOf } from '../doctor/portsFree.ts'
import { type ExitCode, exitCodes } from '../exitCodes.ts'
import { print } from '../print.ts'
import type { Context } from '../program.ts'
import { renderDoctorReport } from '../render/doctorReport.ts'
import { lookOf } from '../render/look.ts'
import { terminalLanguage } from '../terminalLanguage.ts'

const defaultPort = 4566

export async function doctor({ json }: { json?: true }, context: Context): Promise<ExitCode> {
  const { io, texts } = context
  const findings = await examine(context)
  const isWell = findings.every(({ verdict }) => verdict !== 'wrong')
  const lines = json
    ? [JSON.stringify({ ok: isWell, findings })]
    : renderDoctorReport(findings, manifest.version, lookOf(io.stdout, io.env, texts))
  print(io.stdout, lines)
  return isWell ? exitCodes.ok : exitCodes.environment
}

async function examine({ argv, io, texts }: Context): Promise<Finding[]> {
  const [ports, found] = await Promise.all([
    portsFree(portsOf(defaultPort), texts),
    clients(io.env['PATH'], texts),
  ])
  return [
    nodeVersion(process.version, texts),
    ports,
    clockSane(io.now(), texts),
    languageFound(terminalLanguage(argv, io.env), texts),
    ...found,
  ]
}
