/** Tells that a first contact is late, by the clock. */
import type { Tx } from '#ground/database/tx.ts'
import { isAfter } from '#ground/day.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { type ChasePeople, chaseLate } from '#rooms/people/index.ts'
import { dueOn, isLate } from './rules.ts'
import { listUntold, updateFirstChased } from './store.ts'

/** So many are looked through a turn: of most the day has not come. */
const LOOKED_THROUGH = 2000

/** Tells whoever leads that nobody spoke with them in time, once; some days later the leader of the team. By the clock. Returns how many. */
export function chaseFirstContacts(worker: Tx, house: ChasePeople): Promise<number> {
  return chaseLate(worker, house, {
    list: async (tx, most, since) => {
      const all = (await listUntold(tx, LOOKED_THROUGH)).map(one => ({
        rowId: one.leadId,
        personId: one.personId,
        classBit: CLASS_BITS.sessions,
        dueOn: dueOn(one),
        isChased: one.isChased,
        isEscalated: one.isEscalated,
        leadId: one.accountId,
      }))
      const late = all.filter(one => isLate(one.dueOn, tx.acting.today))
      return late.filter(one => !one.isChased || !isAfter(one.dueOn, since)).slice(0, most)
    },
    note: updateFirstChased,
    by: due => due.leadId,
    chase: { kind: 'first-contact.late', action: 'first-contact.reminded' },
    escalate: { kind: 'first-contact.still-late', action: 'first-contact.escalated' },
  })
}
