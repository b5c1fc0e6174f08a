import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import { describeStore } from './conformance.ts'

describeStore('in memory', async (options) => createMemoryStore(options))
