/** The name that an attacker would have: no legitimate request is about it. */
import type { Cast } from '../cast.ts'

export const attackersBucket = ({ bucket }: Pick<Cast, 'bucket'>): string => `${bucket}-taken`
