/** What a snapshot stands for: only the store that took it can tell, and forgets it with the last who holds it. */
import type { Picture } from './picture.ts'
import type { Snapshot } from './store.ts'

export interface Snapshots {
  take(picture: Picture): Snapshot
  pictureOf(snapshot: Snapshot): Picture
  /** Of those that somebody still holds, and perhaps of some that were let go lately. */
  retained(): Picture[]
}

/** References to snapshots that nobody holds any more are cleared away after this many new ones. */
const TAKEN_BETWEEN_CLEARINGS = 64

export function snapshots(): Snapshots {
  const pictures = new WeakMap<Snapshot, Picture>()
  const taken = new Set<WeakRef<Snapshot>>()
  let untilClearing = TAKEN_BETWEEN_CLEARINGS

  function retained(): Picture[] {
    const found: Picture[] = []
    for (const reference of taken) {
      const snapshot = reference.deref()
      const picture = snapshot && pictures.get(snapshot)
      if (picture) found.push(picture)
      else taken.delete(reference)
    }
    untilClearing = TAKEN_BETWEEN_CLEARINGS
    return found
  }

  return {
    take(picture) {
      const snapshot: Snapshot = Object.freeze({ _snapshot: true })
      pictures.set(snapshot, picture)
      taken.add(new WeakRef(snapshot))
      if (--untilClearing === 0) retained()
      return snapshot
    },
    pictureOf(snapshot) {
      const picture = pictures.get(snapshot)
      if (!picture) throw new Error('INVARIANT: the snapshot is of another store')
      return picture
    },
    retained,
  }
}
