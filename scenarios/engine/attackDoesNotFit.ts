/** The seed has not what an attack needs: nothing was tried. */
import type { attacks } from '#i18n/en/attacks.ts'
import type { AttackId } from './attack.ts'

export class AttackDoesNotFit extends Error {
  readonly attack: AttackId
  readonly reason: keyof typeof attacks.doesNotFit

  constructor(attack: AttackId, reason: AttackDoesNotFit['reason']) {
    super(`the seed does not fit the attack ${attack}: ${reason}`)
    this.name = 'AttackDoesNotFit'
    this.attack = attack
    this.reason = reason
  }
}
