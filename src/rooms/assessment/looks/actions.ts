/** Who with training looks at an assessment with whoever has none on record; and who is told that nobody did. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { CLASS_BITS, colleaguesSeeing, listUnbarred } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { listColleaguesAmong } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { Looker } from '../assessment.ts'
import type { AssessmentHouse } from '../house.ts'

type House = Pick<AssessmentHouse, 'trainedBeside' | 'leaderOf'>

/**
 * Colleagues with training whom somebody may name who has none, of the same team first: none whom a barrier keeps from knowing of the young person (K4).
 * @returns undefined where it is not asked
 */
export async function listLookers(
  tx: Tx,
  house: House,
  personId: PersonId,
  accountId: AccountId,
): Promise<Looker[] | undefined> {
  const trained = await house.trainedBeside(tx, accountId)
  if (trained === undefined) return undefined
  const open = await asHouse(tx, 'whom a barrier keeps from knowing of somebody', worker =>
    listUnbarred(
      worker,
      personId,
      trained.map(one => one.accountId),
    ),
  )
  return trained.filter(one => open.includes(one.accountId))
}

/** Whether somebody reads why nobody looked at what an adviser agreed: what a colleague lacks is theirs, and of whoever leads their team. */
export async function readsWhy(tx: Tx, house: House, me: AccountId, agreedBy: AccountId): Promise<boolean> {
  return me === agreedBy || (await house.leaderOf(tx, agreedBy)) === me
}

/** Tells whoever leads the team of whoever agreed that nobody with training looked at it, where they may see it (K4, K6). */
export async function tellNobodyLooked(
  tx: Tx,
  house: House,
  of: { readonly rowId: RowId; readonly personId: PersonId },
  by: AccountId,
): Promise<void> {
  const told = await asHouse(tx, 'whoever leads is told that nobody looked', async worker => {
    const leader = await house.leaderOf(worker, by)
    if (leader === undefined || leader === by) return false
    const those = (await listColleaguesAmong(worker, [leader])).filter(one => one.state === 'active')
    const about = { personId: of.personId, classBits: [CLASS_BITS.assessment] }
    const [seeing] = await colleaguesSeeing(worker, about, those)
    if (seeing === undefined) return false
    const { accountId } = seeing
    await sendNotice(worker, {
      ...{ accountId, kind: 'assessment.not-looked', personId: of.personId, targetId: of.rowId },
    })
    return true
  })
  if (told) await record(tx, { action: 'assessment.not-looked-told', about: [of.personId], target: of.rowId })
}
