/** Counts beside the list of pages: what waits for this account, and never more than it may know (K8). */
import type { Tx } from '#ground/database/tx.ts'
import { countCaseload } from '#rooms/deployment/index.ts'
import { type Actor, roleMay, type Visitor } from '#rooms/identity/index.ts'
import { countOpenQuestions } from '#rooms/intake/index.ts'
import { countWaiting } from '#rooms/matching/index.ts'
import { countUnread } from '#rooms/safeguarding/index.ts'
import { countToReview } from '#rooms/sharing/index.ts'
import { en } from './words.ts'

type Waiting = { readonly waiting: number; readonly late: number }

/** Where work is chosen. Elsewhere a count that takes more than a millisecond (a caseload of 100: 4 to 6) is not worth its time. */
const CHOOSING: ReadonlySet<string> = new Set(['/', '/questions', '/review', '/concerns', '/emergency-access'])

/** The visitor with counts beside those pages they are offered. Lateness is said in place of a count, in words; a nought is left out. */
export async function withCounts(tx: Tx, visitor: Visitor, path: string): Promise<Visitor> {
  if (visitor.kind !== 'actor') return visitor
  const counts = await countsOf(tx, visitor.actor, CHOOSING.has(path))
  return counts.size === 0 ? visitor : withNav(visitor, counts)
}

/** The visitor with the count of their own caseload, on the page that has read it anyway. */
export function withCaseload(visitor: Visitor, count: number): Visitor {
  return visitor.kind === 'actor' ? withNav(visitor, new Map([['/caseload', { waiting: count, late: 0 }]])) : visitor
}

function withNav(visitor: Extract<Visitor, { kind: 'actor' }>, counts: ReadonlyMap<string, Waiting>): Visitor {
  const nav = visitor.nav.map(group => ({
    ...group,
    items: group.items.map(item => {
      const counted = counts.get(item.href)
      if (counted === undefined) return item
      if (counted.late > 0) return { ...item, late: en.navLate(counted.late) }
      return counted.waiting > 0 ? { ...item, count: counted.waiting } : item
    }),
  }))
  return { ...visitor, nav }
}

/** One question to the database for each page counted: at most two for any role. */
async function countsOf(
  tx: Tx,
  { role, accountId }: Actor,
  isChoosing: boolean,
): Promise<ReadonlyMap<string, Waiting>> {
  const counts = new Map<string, Waiting>()
  // A tracking officer's caseload is lists of others, each with its own figures.
  if (isChoosing && roleMay(role, 'caseload.see') && role !== 'tracking-officer')
    counts.set('/caseload', { waiting: await countCaseload(tx, accountId), late: 0 })
  if (isChoosing && roleMay(role, 'question.answer'))
    counts.set('/questions', { waiting: await countOpenQuestions(tx), late: 0 })
  if (isChoosing && roleMay(role, 'match.review')) counts.set('/review', { waiting: await countWaiting(tx), late: 0 })
  if (roleMay(role, 'concern.answer')) counts.set('/concerns', await countUnread(tx))
  if (roleMay(role, 'access.review')) counts.set('/emergency-access', await countToReview(tx, accountId))
  return counts
}
