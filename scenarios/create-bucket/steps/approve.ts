/** "Allow this client?": the person says yes, in the same browser that signed in. */
import { brought, type World } from '../world.ts'

export async function approve(world: World): Promise<void> {
  world.page = await world.browser.submit(brought(world.page, 'page to approve on'), {}, 'allow')
}
