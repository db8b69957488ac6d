/** Opportunities as staff keep them: added, changed, filled, closed, and whom one may suit. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { fold, isWhereaboutsProtected } from '#rooms/people/index.ts'
import type { GuidancePeople, Led } from '../house.ts'
import type { Opportunity, OpportunityFacts, State } from '../opportunity.ts'
import { type FactsTrouble, factsTrouble, isOpen, type SuitReason, suits } from '../rules.ts'
import { listApplicationsFor, listNeeds, listOpenFor, updateClasses } from '../store/applications.ts'
import { findOpportunity, insertOpportunity, updateOpportunity, updateState } from '../store/opportunities.ts'
import { tellOwner } from './telling.ts'

/** How many applications for one opportunity are looked through. */
export const MOST_FOR_ONE = 500

/**
 * Adds an opportunity: open from now on.
 * @returns refused with what is wrong with it
 */
export async function addOpportunity(tx: Tx, facts: OpportunityFacts): Promise<Result<RowId, FactsTrouble>> {
  const trouble = factsTrouble(facts, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  const id = await insertOpportunity(tx, facts)
  await record(tx, { action: 'opportunity.added', target: id, payload: { title: facts.title, kind: facts.kind } })
  return ok(id)
}

/**
 * Changes one that was seen in a version. What its name tells of goes for everybody who was put forward for it (K6).
 * @returns refused `stale` when it was changed meanwhile
 */
export async function changeOpportunity(
  tx: Tx,
  before: Opportunity,
  facts: OpportunityFacts,
): Promise<Result<null, FactsTrouble | 'stale'>> {
  const trouble = factsTrouble(facts, tx.acting.today, before)
  if (trouble !== undefined) return refused(trouble)
  if ((await updateOpportunity(tx, before, facts)) === 0) return refused('stale')
  const changed = Object.keys(facts).filter(
    key =>
      JSON.stringify(facts[key as keyof OpportunityFacts]) !== JSON.stringify(before[key as keyof OpportunityFacts]),
  )
  await record(tx, { action: 'opportunity.changed', target: before.rowId, payload: { changed } })
  const now = await findOpportunity(tx, before.rowId)
  // Whatever it told before: its organisation may have changed meanwhile.
  if (now) {
    const about = await asHouse(tx, 'what the name of an opportunity tells of', worker =>
      updateClasses(worker, before.rowId, now.discloses || CLASS_BITS.guidance),
    )
    // Whoever changes the name need not know of them: that is in the log of each, and in no answer.
    if (about.length > 0)
      await asHouse(tx, 'what the name of an opportunity tells of', worker =>
        record(worker, { action: 'application.class-changed', about, target: before.rowId }),
      )
  }
  return ok(null)
}

/**
 * Says that it is filled, closed or withdrawn, or open again. Whoever has put somebody forward for one that is no longer open
 * is told, so that nobody waits for what is gone.
 */
export async function setOpportunityState(
  tx: Tx,
  house: GuidancePeople,
  before: Opportunity,
  state: State,
): Promise<Result<null, 'stale' | 'as-it-was' | 'past'>> {
  if (before.state === state) return refused('as-it-was')
  // What ended by its day is not open again by a button.
  if (state === 'open' && !isOpen({ ...before, state }, tx.acting.today)) return refused('past')
  if ((await updateState(tx, before, state)) === 0) return refused('stale')
  await record(tx, { action: 'opportunity.state-set', target: before.rowId, payload: { state } })
  if (state !== 'open')
    await asHouse(tx, 'who waits for an opportunity that is gone', async worker => {
      for (const one of await listOpenFor(worker, before.rowId))
        if (one.state !== 'offered' && one.state !== 'accepted') await tellOwner(worker, house, one, 'application.gone')
    })
  return ok(null)
}

export type Suited = { readonly led: Led; readonly reasons: readonly SuitReason[] }

/**
 * Whom of one's own caseload it may suit, each with why, by name; and the rest, who can be put forward by whoever knows them.
 * Nobody who died, nobody for whom it was suggested before. What is asked is what the adviser sees anyway.
 */
export async function whomItSuits(
  tx: Tx,
  house: GuidancePeople,
  accountId: AccountId,
  opportunity: Opportunity,
): Promise<{ readonly proposed: readonly Suited[]; readonly rest: readonly Led[] }> {
  const known = new Set((await listApplicationsFor(tx, opportunity.rowId, MOST_FOR_ONE)).map(one => one.personId))
  const caseload = (await house.caseloadOf(tx, accountId)).filter(
    one => one.diedOn === null && !known.has(one.personId),
  )
  const needs = await listNeeds(
    tx,
    caseload.map(one => one.personId),
  )
  const proposed: Suited[] = []
  const rest: Led[] = []
  for (const led of caseload) {
    const reasons = await reasonsFor(tx, led, needs.get(led.personId) ?? [], opportunity)
    if (reasons.length > 0) proposed.push({ led, reasons })
    else rest.push(led)
  }
  return { proposed, rest }
}

/** Why an opportunity may suit one of them. Where they live is no reason while that is protected (K4). */
export async function reasonsFor(
  tx: Tx,
  one: Pick<Led, 'bornOn' | 'activityCode' | 'town'> & { readonly personId: PersonId },
  needs: Parameters<typeof suits>[0]['needs'],
  opportunity: Opportunity,
): Promise<SuitReason[]> {
  const isSameTown = (a: string, b: string) => fold(a) === fold(b)
  const reasons = suits({ ...one, needs }, opportunity, tx.acting.today, isSameTown)
  if (!reasons.some(reason => reason.why === 'lives-there')) return reasons
  return (await isWhereaboutsProtected(tx, one.personId)) ? reasons.filter(r => r.why !== 'lives-there') : reasons
}
