/** What stands behind a link for a parent or carer, as things are now. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findNames } from '#rooms/identity/index.ts'
import { type Adult, findPerson, listAdults } from '#rooms/people/index.ts'
import {
  capacityStandingOn,
  type Deciding,
  type Link,
  type LinkedAdult,
  listCapacityOn,
  whoDecides,
} from '#rooms/sharing/index.ts'
import type { Plan } from '../plan.ts'
import { findPlan } from '../store.ts'
import { asShownThen, partFor, reviewAhead, shownOf, stillOpens } from './rules.ts'

export type Shared = {
  readonly given: string
  readonly adviser: string
  readonly part: Pick<Plan, 'goals' | 'targets'>
  readonly reviewOn: Day | null
  readonly basis: LinkedAdult['basis']
}

/**
 * What an adult reads behind a link: with the rights of the link, which see who it is about and the plan's own class alone. Whether it still stands is asked
 * as the house, because neither adults nor capacity are theirs to see.
 * @returns undefined where there is nothing to read any more: the adult is not to be told by now, the young person decides by now, or has died
 */
export async function sharedBehind(tx: Tx, link: Link): Promise<Shared | undefined> {
  const { personId, adultId, adultBasis, adultShown } = link
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null || !adultBasis || !adultShown) return undefined
  const stands = await asHouse(tx, 'whether a link for an adult still stands', async worker => {
    const adult = (await listAdults(worker, personId)).find(one => one.rowId === adultId)
    const isPresumed = capacityStandingOn(person.bornOn, tx.acting.today) === 'presumed'
    return stillOpens(adultBasis, adult, await decidingOn(worker, personId, adult), isPresumed)
  })
  if (!stands) return undefined
  const plan = await findPlan(tx, personId)
  const names = await findNames(tx, [link.madeBy])
  return {
    given: person.given,
    adviser: names.get(link.madeBy) ?? '',
    part: asShownThen(plan, adultShown, CLASS_BITS.plan),
    reviewOn: reviewAhead(plan, tx.acting.today),
    basis: adultBasis,
  }
}

/** Who decides on what an adult may read of a plan: judged as sharing, else as the plan. */
export async function decidingOn(tx: Tx, personId: PersonId, adult: Adult | undefined): Promise<Deciding> {
  return whoDecides(await listCapacityOn(tx, personId), ['sharing', 'plan'], adult, tx.acting.today)
}

/** Reads it as the adult it is for, and writes down that they did. */
export async function readAsAdult(tx: Tx, link: Link): Promise<Shared | undefined> {
  const shared = await sharedBehind(tx, link)
  if (shared) await record(tx, { action: 'plan.viewed-by-adult', about: [link.personId], target: link.rowId })
  return shared
}

/** What an adult would be shown of some goals, as it is kept with a link: each goal and step with its version. */
export function shownToAdult(plan: Plan, goalIds: readonly RowId[]): string[] {
  return shownOf(partFor(plan, goalIds, CLASS_BITS.plan))
}
