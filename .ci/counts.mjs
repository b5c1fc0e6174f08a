/** Prints `passed failed skipped` of a JSON report of vitest. One that is missing or broken is a failure. */
import { readFileSync } from 'node:fs'

const { passed, failed, skipped } = counts(process.argv[2])
process.stdout.write(`${passed} ${failed} ${skipped}\n`)

function counts(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const failed = report.numFailedTests
    return {
      passed: report.numPassedTests,
      // A file that does not load, or a hook that throws, fails without a test of its own.
      failed: failed === 0 && !report.success ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
