/** What is late of applications, so that nobody who was put forward is forgotten. */
import type { Tx } from '#ground/database/tx.ts'
import { chaseOn, escalatesSince } from '#ground/lateness.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import type { GuidancePeople } from '../house.ts'
import { listDueApplications, updateChased } from '../store/applications.ts'
import { ownerOf, tellOne } from './telling.ts'

const MOST_A_TURN = 200

/**
 * Tells whoever owes the step, and some days later the leader of their team. By the clock, as the house. What nobody may be told of
 * is marked all the same: it must not stand before the others on every turn. Returns how many were told of.
 */
export async function chaseApplications(worker: Tx, house: GuidancePeople): Promise<number> {
  let told = 0
  for (const due of await listDueApplications(worker, MOST_A_TURN, escalatesSince(worker.acting.today))) {
    const what = chaseOn(due, worker.acting.today)
    if (what === undefined || (await updateChased(worker, due.rowId, what)) === 0) continue
    const owner = await ownerOf(worker, house, due)
    if (owner === undefined) continue
    if (what === 'chase') await tellOne(worker, due, owner, 'application.late')
    // What the name of an opportunity tells of is not for every leader (K6).
    else if (due.classBit === CLASS_BITS.guidance) {
      const leader = await house.leaderOf(worker, owner)
      if (leader !== undefined) await tellOne(worker, due, leader, 'application.still-late')
    }
    const action = what === 'chase' ? 'application.reminded' : 'application.escalated'
    await record(worker, { action, about: [due.personId], target: due.rowId })
    told += 1
  }
  return told
}
