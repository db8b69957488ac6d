/** What was due about somebody and did not come: who is told of it, by the clock. */
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { chaseOn, escalatesSince } from '#ground/lateness.ts'
import { listSeeing } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'

const MOST_A_TURN = 200

/** Whom the house names: who leads now, and who leads their team. */
export type ChasePeople = {
  leadOf(worker: Tx, personId: PersonId): Promise<AccountId | undefined>
  leaderOf(worker: Tx, accountId: AccountId): Promise<AccountId | undefined>
}

export type Late = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Tells whoever leads for them now, where they see that part, else whoever put it there; some days later the leader of the team: each only where they see it (K4, K6). As
 * the house, by the clock.
 * @param of.list what is late, at most so many, and since when others are told
 * @param of.note notes that somebody was told; 0 where that was done before, so that nobody is told twice
 * @param of.by who put it there
 * @returns how many are told of
 */
export async function chaseLate<Due extends Late>(
  worker: Tx,
  house: ChasePeople,
  of: {
    readonly list: (worker: Tx, most: number, since: Day) => Promise<readonly Due[]>
    readonly note: (worker: Tx, id: RowId, what: 'chase' | 'escalate') => Promise<number>
    readonly by: (due: Due) => AccountId
    /** Of some accounts, those who may know of it, where it tells of more than its own part. */
    readonly seeing?: (worker: Tx, due: Due, accounts: readonly AccountId[]) => Promise<AccountId[]>
    /** The notice and the event of each. */
    readonly chase: { readonly kind: string; readonly action: string }
    readonly escalate: { readonly kind: string; readonly action: string }
  },
): Promise<number> {
  let told = 0
  const { today } = worker.acting
  const { seeing = listSeeing } = of
  for (const due of await of.list(worker, MOST_A_TURN, escalatesSince(today))) {
    const what = chaseOn(due, today)
    if (what === undefined || (await of.note(worker, due.rowId, what)) === 0) continue
    const lead = await house.leadOf(worker, due.personId)
    const [owes = of.by(due)] = await seeing(worker, due, lead === undefined ? [] : [lead])
    const whom = what === 'chase' ? owes : await house.leaderOf(worker, owes)
    const { kind, action } = of[what]
    const [accountId] = await seeing(worker, due, whom === undefined ? [] : [whom])
    // Where nobody may be told, nobody was reminded.
    if (accountId === undefined) continue
    await sendNotice(worker, { accountId, kind, personId: due.personId, targetId: due.rowId })
    await record(worker, { action, about: [due.personId], target: due.rowId })
    told += 1
  }
  return told
}
