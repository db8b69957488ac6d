/** Who stands round a young person, and what each can read of the record and what not. docs/rules/access.md */
import type { Instant } from '#ground/clock.ts'
import type { Grant, GrantSource, RecordClass } from '#rooms/access/index.ts'

/** What is said of each: what a colleague may need to know of another's limits. Audit and identifiers are nobody's daily work. */
export const SAID_CLASSES: readonly RecordClass[] = [
  'identity',
  'contact-details',
  'safe-contact',
  'learning',
  'tracking',
  'guidance',
  'sessions',
  'assessment',
  'plan',
  'family',
  'health',
  'care',
  'offending',
  'immigration',
  'restricted',
]

/** Rights somebody has over everybody of the partnership: they are many, and stand apart from those who work with this one. */
const BY_OFFICE: ReadonlySet<GrantSource> = new Set(['role', 'supervision', 'protection', 'inspection-sample'])

export type Held = {
  readonly grant: Pick<Grant, 'holderId' | 'source' | 'scope' | 'classes' | 'startedAt' | 'endedAt'>
  readonly who: string
  readonly isYou: boolean
}

export type Standing = {
  readonly holderId: string
  readonly who: string
  readonly isYou: boolean
  /** Why they have a right, each once, the oldest first. */
  readonly sources: readonly GrantSource[]
  readonly reads: readonly RecordClass[]
  readonly readsNot: readonly RecordClass[]
  readonly since: Instant
  /** When the last of their rights ends by itself; null where one goes on. */
  readonly until: Instant | null
}

/** When the last of some rights ends; null where one goes on. */
function lastEnd(rights: readonly Held[]): Instant | null {
  return rights.map(({ grant }) => grant.endedAt).reduce((a, b) => (a === null || b === null ? null : a > b ? a : b))
}

/**
 * Those who work with somebody, each once, and how many others have a right by their office alone. Whoever leads stands first, then by name.
 * @param rows the rights the viewer may be told of
 */
export function standRound(rows: readonly Held[]): { round: Standing[]; byOffice: number } {
  const round: Standing[] = []
  let byOffice = 0
  for (const holderId of new Set(rows.map(one => one.grant.holderId))) {
    const theirs = rows.filter(one => one.grant.holderId === holderId)
    const working = theirs.filter(({ grant }) => !BY_OFFICE.has(grant.source) && grant.scope !== 'partnership')
    const [first] = working.toSorted((a, b) => (a.grant.startedAt < b.grant.startedAt ? -1 : 1))
    if (first === undefined) {
      byOffice += 1
      continue
    }
    // By whatever right: what they can read they can read.
    const reads = new Set(theirs.flatMap(({ grant }) => grant.classes))
    round.push({
      ...{ holderId, who: first.who, isYou: first.isYou, since: first.grant.startedAt },
      sources: [...new Set(working.map(({ grant }) => grant.source))],
      reads: SAID_CLASSES.filter(one => reads.has(one)),
      readsNot: SAID_CLASSES.filter(one => !reads.has(one)),
      until: lastEnd(working),
    })
  }
  const leads = (one: Standing) => (one.sources.includes('lead-adviser') ? 0 : 1)
  return { round: round.toSorted((a, b) => leads(a) - leads(b) || a.who.localeCompare(b.who, 'en')), byOffice }
}
