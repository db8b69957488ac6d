/** Steps of hand-overs that are late: whoever owes one is reminded, and some days later whoever leads the team. By the clock, as the house. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'
import { chaseOn, escalatesSince } from '#ground/lateness.ts'
import { record } from '#rooms/audit/index.ts'
import { findTeamOf } from '../../store/teams.ts'
import { owedBy } from '../rules.ts'
import { type DueHandover, listDueHandovers, updateChased } from '../store.ts'
import { tell } from './closing.ts'

const MOST_A_TURN = 200

/** Tells of everything that is late. Returns how many were told of. */
export async function chaseHandovers(worker: Tx): Promise<number> {
  let told = 0
  for (const due of await listDueHandovers(worker, MOST_A_TURN, escalatesSince(worker.acting.today))) {
    const what = chaseOn(due, worker.acting.today)
    if (what === undefined || (await updateChased(worker, due.rowId, what)) === 0) continue
    const owes = owedBy(due.state) === 'giver' ? due.fromId : due.toId
    if (what === 'chase') await tell(worker, [owes], 'hand-over.late', due)
    else await tell(worker, await leadersOf(worker, due), 'hand-over.still-late', due)
    const action = what === 'chase' ? 'hand-over.reminded' : 'hand-over.escalated'
    await record(worker, { action, about: [due.personId], target: due.rowId })
    told += 1
  }
  return told
}

/** Who leads the teams the young person is in, by whoever leads for them now: a leader of another team may not know of them. */
async function leadersOf(worker: Tx, due: DueHandover): Promise<AccountId[]> {
  const team = await findTeamOf(worker, due.movedOn === null ? due.fromId : due.toId)
  return team?.leaderId == null ? [] : [team.leaderId]
}
