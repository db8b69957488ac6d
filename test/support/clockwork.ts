/** Turns of the clockwork for tests. */
import { tick } from '../../src/clockwork.ts'
import type { TestDatabase } from './database.ts'
import type { TestHouse } from './house.ts'

/** A turn of a clockwork that was only just started: it remembers nothing. */
export function turnOf(test: TestDatabase, house: TestHouse): ReturnType<typeof tick> {
  return tick({
    database: test.database,
    clock: house.clock,
    outboxFolder: '/nonexistent-made-up',
    publicUrl: 'http://127.0.0.1',
    matching: house.matching.jobs,
  })
}
