/** What a snapshot stands for: only the store that took it can tell, and forgets it with the last who holds it. */
import type { Picture } from './picture.ts'
import type { Snapshot } from './store.ts'

export interface Snapshots {
  take(picture: Picture): Snapshot
  pictureOf(snapshot: Snapshot): Picture
  /** Of those that somebody still holds, and perhaps of some that were let go of lately. */
  held(): Picture[]
}

export function snapshots(): Snapshots {
  const pictures = new WeakMap<Snapshot, Picture>()
  const taken = new Set<WeakRef<Snapshot>>()
  return {
    take(picture) {
      const snapshot: Snapshot = Object.freeze({ _snapshot: true })
      pictures.set(snapshot, picture)
      taken.add(new WeakRef(snapshot))
      return snapshot
    },
    pictureOf(snapshot) {
      const picture = pictures.get(snapshot)
      if (!picture) throw new Error('INVARIANT: the snapshot is of another store')
      return picture
    },
    held() {
      const found: Picture[] = []
      for (const reference of taken) {
        const snapshot = reference.deref()
        if (snapshot) found.push(pictures.get(snapshot)!)
        else taken.delete(reference)
      }
      return found
    },
  }
}
