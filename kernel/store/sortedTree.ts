/** The copy-on-write B+ tree that holds everything: `clone` costs nothing and shares all nodes until one is changed. */
import sortedBtree from 'sorted-btree'
import { commonJsDefault } from './commonJsDefault.ts'

const BTree = commonJsDefault(sortedBtree)

export type SortedTree<V> = InstanceType<typeof BTree<string, V>>

const byUnit = (a: string, b: string): number => {
  if (a < b) return -1
  return a > b ? 1 : 0
}

export const emptyTree = <V>(): SortedTree<V> => new BTree<string, V>(undefined, byUnit)
