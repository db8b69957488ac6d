/** Tells that a first contact is late, by the clock. */
import type { Tx } from '#ground/database/tx.ts'
import { chaseOn } from '#ground/lateness.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { type ChasePeople, chaseLate } from '#rooms/people/index.ts'
import { dueOn } from './rules.ts'
import { listUntold, updateFirstChased } from './store.ts'

/** So many are looked through a turn: of most the day has not come. */
const LOOKED_THROUGH = 2000

/** Tells whoever leads that nobody spoke with them in time, once; some days later the leader of the team. By the clock. Returns how many. */
export function chaseFirstContacts(worker: Tx, house: ChasePeople): Promise<number> {
  return chaseLate(worker, house, {
    list: async (tx, most) => {
      const all = (await listUntold(tx, LOOKED_THROUGH)).map(one => ({
        rowId: one.leadId,
        personId: one.personId,
        classBit: CLASS_BITS.sessions,
        dueOn: dueOn(one),
        isChased: one.isChased,
        isEscalated: one.isEscalated,
        leadId: one.accountId,
      }))
      return all.filter(one => chaseOn(one, tx.acting.today) !== undefined).slice(0, most)
    },
    note: updateFirstChased,
    by: due => due.leadId,
    chase: { kind: 'first-contact.late', action: 'first-contact.reminded' },
    escalate: { kind: 'first-contact.still-late', action: 'first-contact.escalated' },
  })
}
