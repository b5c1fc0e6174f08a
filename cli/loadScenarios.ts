/** The scenarios, loaded by `scenario` alone. */
import type { Scenario } from '#scenarios/engine/scenario.ts'

export async function loadScenarios(): Promise<readonly Scenario[]> {
  // The SDK warns of the Node version when it is first imported; ours is checked by doctor.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  const { scenarios } = await import('#scenarios/index.ts')
  return scenarios
}
