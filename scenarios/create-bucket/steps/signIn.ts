/** The person opens the link of the device code; the browser is sent to the company's IdP and back with its answer. */
import { brought, type World } from '../world.ts'

export async function signIn(world: World): Promise<void> {
  const { browser, cast } = world
  const { userName, password } = cast.person
  const login = await browser.get(brought(world.device, 'device code').verificationUriComplete)
  const answered = await browser.submit(login, { userName, password })
  // The page that carries the IdP's answer sends itself; without scripts a person presses its button.
  world.page = await browser.submit(answered)
}
