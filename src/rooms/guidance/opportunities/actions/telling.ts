/** Who is told of an application: whoever leads for them; where nobody does, whoever suggested it. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'
import { listSeeing, listUnbarred } from '#rooms/access/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { GuidancePeople } from '../house.ts'
import type { OpenApplication } from '../store/applications.ts'

type Whose = Pick<OpenApplication, 'rowId' | 'personId' | 'classBit' | 'putBy'>

/** Whose the next step is, of those who may still know of it (K4, K6). As the house. */
export async function ownerOf(worker: Tx, house: GuidancePeople, of: Whose): Promise<AccountId | undefined> {
  const lead = await house.leadOf(worker, of.personId)
  const [owner] = await listSeeing(worker, of, [...(lead === undefined ? [] : [lead]), of.putBy])
  return owner
}

/** Tells whoever owes the next step. As the house. */
export async function tellOwner(worker: Tx, house: GuidancePeople, of: Whose, kind: string): Promise<void> {
  const owner = await ownerOf(worker, house, of)
  if (owner !== undefined) await tellOne(worker, of, owner, kind)
}

/** Tells one account, unless a barrier keeps them from knowing of the young person (K4) or it is their own doing. As the house. */
export async function tellOne(worker: Tx, of: Whose, accountId: AccountId, kind: string): Promise<void> {
  const open = await listUnbarred(worker, of.personId, [accountId])
  if (open.length > 0 && accountId !== worker.acting.actorId)
    await sendNotice(worker, { accountId, kind, personId: of.personId, targetId: of.rowId })
}
