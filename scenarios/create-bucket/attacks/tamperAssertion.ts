/** A person signs in as themselves, and writes another name into what the IdP signed. */
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attack } from '#scenarios/engine/attack.ts'
import type { Page } from '#scenarios/engine/browser.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { askIdp } from '../steps/askIdp.ts'
import { newBrowser, type World } from '../world.ts'
import { consumed } from './consumed.ts'
import { playUpTo } from './playUpTo.ts'

const anybodyElse = 'administrator@example.com'

export const tamperAssertion: Attack<World> = {
  id: 'tamper-assertion',
  hop: 4,
  party: 'identity-center',
  expects: { outcome: 'refused', status: 403, code: 'digest' },
  act: async ({ world, attacked }) => {
    await playUpTo('start', world)
    const signedIn = await world.browser.submit(await askIdp(world))
    const unaltered = consumed(world, signedIn)
    const browser = newBrowser(world.signal)
    const answered = await askIdp({ ...world, browser })
    const { userName } = world.cast.person
    const altered = withOtherName(answered, userName, anybodyElse)
    return {
      ...(await attacked(async () => consumed(world, await browser.submit(answered, altered)))),
      others: { unaltered },
      changed: [{ part: 'NameID', before: userName, after: anybodyElse }],
    }
  },
  conditions: ({ others: { unaltered } }) => [condition('responseAccepted', isAccepted(unaltered))],
}

function withOtherName({ forms }: Page, name: string, other: string): { SAMLResponse: string } {
  const xml = Buffer.from(forms[0]?.fields['SAMLResponse'] ?? '', 'base64').toString()
  const changed = xml.replaceAll(`>${name}<`, `>${other}<`)
  if (changed === xml) throw new Error(`the response of the IdP does not name ${name}`)
  return { SAMLResponse: Buffer.from(changed).toString('base64') }
}
