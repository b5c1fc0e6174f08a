/** The person opens the link of the device code and signs in at the company's IdP: the page that carries its answer, not sent yet. */
import type { Page } from '#scenarios/engine/browser.ts'
import { brought, type World } from '../world.ts'

export async function askIdp({ browser, cast, device }: World): Promise<Page> {
  const { userName, password } = cast.person
  const login = await browser.get(brought(device, 'device code').verificationUriComplete)
  return browser.submit(login, { userName, password })
}
