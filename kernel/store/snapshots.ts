/** What a snapshot stands for: only the store that took it can tell, and forgets it with the last who holds it. */
import type { Picture } from './picture.ts'
import type { Snapshot } from './store.ts'

export interface Snapshots {
  take(picture: Picture): Snapshot
  pictureOf(snapshot: Snapshot): Picture
}

export function snapshots(): Snapshots {
  const pictures = new WeakMap<Snapshot, Picture>()
  return {
    take(picture) {
      const snapshot: Snapshot = Object.freeze({ _snapshot: true })
      pictures.set(snapshot, picture)
      return snapshot
    },
    pictureOf(snapshot) {
      const picture = pictures.get(snapshot)
      if (!picture) throw new Error('INVARIANT: the snapshot is of another store')
      return picture
    },
  }
}
