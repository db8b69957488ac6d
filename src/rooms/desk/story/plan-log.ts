/** What a timeline tells of a plan between its reviews: what was done towards its steps. */
import { type LogEntry, logDoer } from '#rooms/plans/index.ts'
import type { TimelineItem } from '../record.ts'
import { en } from './words.ts'

/** Entries of what was done, each on its own day; as far as whoever looks sees the steps they are of (K6). */
export function fromLog(entries: readonly LogEntry[], given: string): TimelineItem[] {
  return entries.map(one => ({
    key: one.rowId,
    on: one.doneOn,
    shape: 'dot',
    tone: 'brand',
    title: en.towards(logDoer(one, given)),
    text: [one.words],
    ownWords: '',
    by: one.writtenBy,
    href: `/people/${one.personId}/plan/targets/${one.targetId}/log`,
    part: 'plans',
  }))
}
