import { asHouse, type Tx } from '#ground/database/tx.ts'
import { type Day, formatDay } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import type { FiledRow, Source } from '#rooms/people/index.ts'
import type { Verifier } from '../activity.ts'
import { activityLabel, codeOf, type SpellTrouble, spellTrouble } from '../rules.ts'
import {
  correctOpenSpell,
  endBesideSpell,
  endOpenSpell,
  explainVersion,
  findSpellFiled,
  insertSpell,
  reachesInto,
  updateSpellSealed,
  verifySpell,
} from '../store/spells.ts'

/** What a young person does now, as it is said. */
export interface SaidActivity {
  readonly code: string
  readonly organisationId: OrganisationId | null
  readonly detail: string
  readonly startedOn: Day
  readonly verifiedOn: Day
  readonly verifiedBy?: Verifier | null
  readonly reviewOn?: Day | null
  readonly predictedEndOn?: Day | null
  /** Beside what they mostly do, which goes on. */
  readonly isBeside?: boolean
  /** Why what was on record is corrected, in words. */
  readonly why?: string
}

/**
 * Records what a young person does now. The spell before ends the day this one starts, unless this one stands beside it. Both may be of a class the actor
 * does not see (custody, illness), so the house ends it: a wrong overlap must not tell.
 */
export async function setActivity(
  tx: Tx,
  personId: PersonId,
  activity: SaidActivity,
  source: Source,
): Promise<Result<null, 'unknown-code' | SpellTrouble>> {
  const code = codeOf(activity.code)
  if (!code) return refused('unknown-code')
  const { reviewOn = null, predictedEndOn = null, verifiedBy = null, isBeside = false, why = '' } = activity
  const trouble = spellTrouble({ startedOn: activity.startedOn, reviewOn, predictedEndOn })
  if (trouble) return refused(trouble)
  const spell = {
    ...activity,
    verifiedBy,
    reviewOn,
    predictedEndOn,
    isPrimary: !isBeside,
    classBit: code.discloses === null ? CLASS_BITS.tracking : CLASS_BITS[code.discloses],
  }
  const isDone = await asHouse(tx, 'one activity at a time', async worker => {
    if (!isBeside && (await reachesInto(worker, personId, activity.startedOn))) return false
    const corrected = isBeside ? undefined : await correctOpenSpell(worker, personId, spell)
    if (corrected !== undefined) {
      if (why !== '') await explainVersion(worker, corrected.id, corrected.was, why)
      return true
    }
    if (!isBeside) await endOpenSpell(worker, personId, activity.startedOn)
    await insertSpell(worker, personId, spell, source)
    return true
  })
  if (!isDone) return refused('over-reaches')
  await record(tx, {
    action: 'activity.set',
    about: [personId],
    payload: {
      ...{ code: activity.code, from: activity.startedOn, verified: activity.verifiedOn },
      ...{ by: verifiedBy, review: reviewOn, until: predictedEndOn, beside: isBeside },
    },
  })
  return ok(null)
}

/**
 * Confirms what is on record as it was read, on somebody's word. Not known is confirmed by nobody: it is left when something is known.
 * @param seen the spell and its version that was on the page
 */
export async function confirmActivity(
  tx: Tx,
  personId: PersonId,
  seen: { readonly rowId: RowId; readonly version: number },
  by: Verifier,
): Promise<Result<null, 'moved'>> {
  if ((await verifySpell(tx, personId, seen, by)) === 0) return refused('moved')
  await record(tx, { action: 'activity.confirmed', about: [personId], target: seen.rowId, payload: { by } })
  return ok(null)
}

/**
 * Ends what stands beside what they mostly do.
 * @param on the first day they do it no more
 * @returns refused `moved` when it was changed since it was seen, or does not begin before that day
 */
export async function endBeside(
  tx: Tx,
  personId: PersonId,
  seen: { readonly rowId: RowId; readonly version: number },
  on: Day,
): Promise<Result<null, 'moved'>> {
  if ((await endBesideSpell(tx, personId, seen, on)) === 0) return refused('moved')
  await record(tx, { action: 'activity.ended', about: [personId], target: seen.rowId, payload: { on } })
  return ok(null)
}

/** An activity as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledActivity(tx: Tx, personId: PersonId, rowId: RowId): Promise<FiledRow | undefined> {
  const spell = await findSpellFiled(tx, personId, rowId)
  return (
    spell && {
      rowId,
      said: `${activityLabel(spell.code)}, ${formatDay(spell.startedOn)}`,
      classBit: spell.classBit,
      filedBy: spell.filedBy,
      filedAt: spell.filedAt,
    }
  )
}

/** Seals an activity; asked as the house. Returns how many: one, or none when it was before. */
export function sealActivity(worker: Tx, personId: PersonId, rowId: RowId): Promise<number> {
  return updateSpellSealed(worker, personId, rowId)
}
