/** What plans are handed down of support groups, which the sessions room knows. */
import type { Tx } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { findNames } from '#rooms/identity/index.ts'
import type { SupportBeside } from '#rooms/plans/index.ts'
import { supportOn } from '#rooms/sessions/index.ts'

/** Steps of groups that are open for somebody, and whether there is a group their own pages may show: as far as the caller may know. */
export async function supportBeside(tx: Tx, personId: PersonId): Promise<SupportBeside> {
  const { belongings, steps } = await supportOn(tx, personId)
  const open = steps.filter(one => one.state === 'open')
  const names = open.length === 0 ? new Map() : await findNames(tx, [...new Set(open.map(one => one.accountId))])
  return {
    isInGroup: belongings.some(one => one.leftOn === null && one.classBit !== CLASS_BITS.restricted),
    steps: open.map(({ rowId, what, accountId, dueOn, memberId }) => ({
      ...{ rowId, what, dueOn, who: names.get(accountId) ?? '' },
      group: belongings.find(one => one.rowId === memberId)?.group.name,
    })),
  }
}
