/** The person opens the link of the device code; the browser is sent to the company's IdP and back with its answer. */
import type { World } from '../world.ts'
import { askIdp } from './askIdp.ts'

export async function signIn(world: World): Promise<void> {
  // The page that carries the IdP's answer sends itself; without scripts a person presses its button.
  world.page = await world.browser.submit(await askIdp(world))
}
