/** What is late on programmes, and whoever is on one without an adviser (row 243). By the clock, as the house. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { chaseOn, escalatesSince } from '#ground/lateness.ts'
import { holdersOf, listSeeing } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { listColleagues } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { ProgrammePeople } from '../house.ts'
import type { Place } from '../programme.ts'
import {
  listAlone,
  listDuePlaces,
  listNotHanded,
  updateAloneTold,
  updateChased,
  updateHandedTold,
  updateNoLongerAlone,
} from '../store/places.ts'

const MOST_A_TURN = 200

type Whose = Pick<Place, 'rowId' | 'personId' | 'classBit' | 'madeBy'>

/** Tells whoever leads for them, or put them on it, of a start, a stage or a talk that is late; some days later the leader of the team. */
export async function chasePlaces(worker: Tx, house: ProgrammePeople): Promise<number> {
  let told = 0
  for (const due of await listDuePlaces(worker, MOST_A_TURN, escalatesSince(worker.acting.today))) {
    const what = chaseOn(due, worker.acting.today)
    const owes = (await house.leadOf(worker, due.personId)) ?? due.madeBy
    if (what === undefined || owes === null || (await updateChased(worker, due.rowId, what)) === 0) continue
    const leader = what === 'escalate' ? await house.leaderOf(worker, owes) : undefined
    await tell(worker, due, what === 'chase' ? [owes] : leader === undefined ? [] : [leader], KINDS[what])
    const action = what === 'chase' ? 'programme.reminded' : 'programme.escalated'
    await record(worker, { action, about: [due.personId], target: due.rowId })
    told += 1
  }
  return told
}

const KINDS = { chase: 'programme.late', escalate: 'programme.still-late' } as const

/**
 * Tells of everybody on a programme nobody leads for: the team leaders who may see them, or where there is none the data officers, and whoever put
 * them on it. Once, until somebody leads for them and then nobody again.
 */
export async function tellAlone(worker: Tx): Promise<number> {
  await updateNoLongerAlone(worker)
  const alone = await listAlone(worker, MOST_A_TURN)
  if (alone.length === 0) return 0
  const colleagues = await listColleagues(worker)
  for (const one of alone) {
    const holders = await holdersOf(worker, one)
    const ofRole = (role: string) =>
      colleagues.filter(c => c.role === role && c.state === 'active' && holders.has(c.accountId)).map(c => c.accountId)
    const leaders = ofRole('team-leader')
    const whom = leaders.length > 0 ? leaders : ofRole('data-officer')
    await tell(worker, one, one.madeBy === null ? whom : [...whom, one.madeBy], 'programme.no-adviser')
    await updateAloneTold(worker, one.rowId)
    await record(worker, { action: 'programme.no-adviser-told', about: [one.personId], target: one.rowId })
  }
  return alone.length
}

/** Days after somebody came to a stage another adviser works with when whoever leads is told that a hand-over waits. Ours. */
const HANDED_DAYS = 3

/** Tells whoever leads for somebody at a stage another adviser works with, and has not begun to hand them over: support is not lost between two (paragraph 57). */
export async function tellNotHanded(worker: Tx): Promise<number> {
  const waiting = await listNotHanded(worker, addDays(worker.acting.today, -HANDED_DAYS), MOST_A_TURN)
  for (const one of waiting) {
    await tell(worker, one, [one.leadId], 'programme.hand-over')
    await updateHandedTold(worker, one.rowId)
    await record(worker, { action: 'programme.hand-over-told', about: [one.personId], target: one.rowId })
  }
  return waiting.length
}

/** Tells each of them who may see the row, and nobody a barrier keeps from knowing of the young person (K4, K6). */
async function tell(worker: Tx, of: Whose, whom: readonly AccountId[], kind: string): Promise<void> {
  for (const accountId of await listSeeing(worker, of, whom))
    await sendNotice(worker, { accountId, kind, personId: of.personId, targetId: of.rowId })
}
