#!/usr/bin/env node
/** The entry of the command: a real process around runCli. */
import process from 'node:process'
import { loadSandbox } from './loadSandbox.ts'
import { loadScenarios } from './loadScenarios.ts'
import { processIo } from './processIo.ts'
import { runCli } from './runCli.ts'

// `hopscope scenario | head` closes our stdout: not a failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const code = await runCli(process.argv.slice(2), processIo(), {
  startSandbox: loadSandbox,
  scenarios: loadScenarios,
})
process.exitCode = code
// A client's open connection must not keep a stopped command alive.
setTimeout(() => process.exit(code), 300).unref()
